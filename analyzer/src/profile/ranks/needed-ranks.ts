import { QUANTILE_LEVELS, REST_LEVELS } from "../../statistics/quantile-levels.js";
import { quantileRanks } from "../../statistics/quantile.js";

/** Ranks among n values that the statistics need. */
export function statisticsRanks(n: number): number[] {
  return Object.values(QUANTILE_LEVELS).flatMap((p) => quantileRanks(n, p));
}

/** Ranks among the m values that are no points that the statistics need. */
export function restStatisticsRanks(m: number): number[] {
  return REST_LEVELS.flatMap((p) => quantileRanks(m, p));
}
