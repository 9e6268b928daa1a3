import { type FeatureStatistics, isBroken, type StatisticsDocument } from "../artifact/index.js";
import { isIdentifierLike } from "../drift/index.js";

/** Below so many rows shares would promise more than they know: each row is a dot, or a level has a count. */
export const FEW_ROWS = 50;
/** Where less of the finite rows lies outside points, there is nothing for a histogram to show. */
const OUTSIDE_POINTS = 0.01;

/**
 * What is drawn: a histogram with its lanes; a dot for each row; only the rail of missing rows and frequent values;
 * a line for each level; a sentence, where the levels are identifiers or free text; or nothing.
 */
export type ChartForm = "histogram" | "dots" | "rail" | "levels" | "sentence" | "nothing";

/** Rows of one side that a histogram can show: finite and not a point. */
export function rowsOutsidePoints(side: FeatureStatistics): number {
  return side.withoutPoints === null ? side.count : side.withoutPoints.count;
}

/** Where quantiles are not known, as after a merge of a feature that the reference lacks, nothing else is of the values' places. */
function isDrawn(side: FeatureStatistics): boolean {
  return side.p50 !== null && rowsOutsidePoints(side) >= OUTSIDE_POINTS * side.count;
}

/** Whether there are rows for the rail: missing or infinite ones, or points. */
function hasRail({ rows, count, withoutPoints }: FeatureStatistics): boolean {
  return count < rows || withoutPoints !== null;
}

/** The form of a feature's chart. The statistics alone decide it, so that its height is known before the distribution is. */
export function chartFormOf(statistics: StatisticsDocument): ChartForm {
  if (isBroken(statistics.status) || statistics.rows + (statistics.reference?.rows ?? 0) === 0)
    return "nothing";
  if (isIdentifierLike(statistics)) return "sentence";
  if (statistics.kind === "categorical" || statistics.kind === "boolean") return "levels";
  if (statistics.kind === "unknown") return "nothing";
  const sides = [statistics, statistics.reference].filter((side) => side !== null);
  if (!sides.some(isDrawn)) return sides.some(hasRail) ? "rail" : "nothing";
  return isDrawn(statistics) && statistics.rows < FEW_ROWS ? "dots" : "histogram";
}
