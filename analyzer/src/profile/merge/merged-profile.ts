import {
  type FeatureStatistics,
  type FrozenFeature,
  type FrozenHistogram,
  isBroken,
  type ProfileCounts,
  type ProfileNumbers,
} from "../../artifact/index.js";
import type { FeatureCounts } from "../../drift/index.js";
import { identifierLikeOf } from "../../statistics/identifier-like-of.js";
import { numberStatistics } from "../../statistics/number-statistics.js";
import { QUANTILE_LEVELS, REST_LEVELS } from "../../statistics/quantile-levels.js";
import { quantileRanks } from "../../statistics/quantile.js";
import { rowStatistics } from "../../statistics/row-statistics.js";
import type { FeatureProfile } from "../feature-profile.js";
import { noProfile } from "../no-profile.js";
import { noCells, noPoints, noValues } from "../no-values.js";
import { statusOf } from "../status-of.js";
import { fromUnits } from "./cell-units.js";
import { registersOf } from "./merge-levels.js";
import { momentFigures } from "./merge-moments.js";
import { mergedDensity } from "./merged-density.js";
import { mergedDistinct } from "./merged-distinct.js";
import { MergedRanks } from "./merged-ranks.js";

/**
 * The profile of a feature from counts that were added up: all figures as of the rows, but for quantiles and density, which come from the
 * sketch and the cells (`quantileError` states the greatest absolute error), and `distinct`, which may be an estimate.
 * @param frozen the feature in the reference; undefined without one
 */
export function mergedProfile(
  name: string,
  counts: ProfileCounts,
  frozen: FrozenFeature | undefined,
): FeatureProfile {
  const { kind, status, reason, numbers, levels } = counts;
  const empty = noProfile(name, kind, status, reason, counts.rows);
  if (isBroken(status)) return { ...empty, statistics: rowStatistics(counts) };
  const isNumber = kind === "numeric" || kind === "datetime";
  const ranks = numbers?.sketch && frozen !== undefined ? new MergedRanks(counts, numbers, frozen) : null;
  const different = mergedDistinct(counts);
  const statistics = {
    ...(isNumber && numbers !== null
      ? statisticsOf(kind, counts, numbers, ranks)
      : noValues(kind, counts, frozen)),
    ...(different ?? { distinct: null, distinctError: null }),
    identifierLike: kind === "categorical" ? mergedIdentifierLike(counts, different?.distinct ?? null) : null,
    trues: kind === "boolean" ? (levels?.counts.find(({ value }) => value === "true")?.count ?? 0) : null,
  };
  return {
    ...empty,
    status: statusOf(statistics),
    integer: kind === "numeric" ? (numbers?.integer ?? null) : null,
    statistics,
    counts: countsOf(counts, frozen),
    histogram: histogramOf(counts, numbers, frozen),
    points: numbers?.points.map(({ value, count }) => ({ value, count })) ?? noPoints(frozen),
    levels: levels?.counts.filter(({ count }) => count > 0) ?? null,
    levelsSeenOnce: levels?.seenOnce ?? null,
    levelRegisters: levels === null ? null : registersOf(levels),
    additive:
      numbers === null
        ? null
        : {
            moments: numbers.moments,
            belowPoints: numbers.points.map(({ below }) => below),
            rest: numbers.rest,
            sketch: numbers.sketch,
            distinct: numbers.distinct,
          },
  };
}

function mergedIdentifierLike(counts: ProfileCounts, distinct: number | null): boolean | null {
  const { rows, count } = rowStatistics(counts);
  return identifierLikeOf({ rows, count, distinct, most: counts.levels?.counts[0]?.count ?? 0 });
}

function statisticsOf(
  kind: "numeric" | "datetime",
  counts: ProfileCounts,
  numbers: ProfileNumbers,
  ranks: MergedRanks | null,
): FeatureStatistics {
  const { zeros, negatives, min, max, points } = numbers;
  const { count } = rowStatistics(counts);
  const restCount = ranks?.restCount ?? 0;
  const statistics = numberStatistics(kind, counts, {
    ...momentFigures(numbers.moments),
    count: ranks === null ? 0 : count,
    zeros: zeros ?? 0,
    negatives: negatives ?? 0,
    distinct: null,
    distinctError: null,
    min,
    max,
    valueAt: (rank) => ranks?.at(rank).estimate ?? NaN,
    rest:
      points.length === 0 || ranks === null
        ? null
        : { count: restCount, valueAt: (rank) => ranks.restAt(rank).estimate },
  });
  return { ...statistics, min, max, quantileError: ranks === null ? null : quantileError(ranks, count) };
}

/** The greatest distance of any quantile's true value from the one stated. */
function quantileError(ranks: MergedRanks, count: number): number {
  const all = Object.values(QUANTILE_LEVELS).flatMap((p) => quantileRanks(count, p));
  const rest = REST_LEVELS.flatMap((p) => quantileRanks(ranks.restCount, p));
  const bounds = [...all.map((rank) => ranks.at(rank)), ...rest.map((rank) => ranks.restAt(rank))];
  return bounds.reduce((most, { low, high, estimate }) => Math.max(most, estimate - low, high - estimate), 0);
}

function countsOf(counts: ProfileCounts, frozen: FrozenFeature | undefined): FeatureCounts | null {
  const { bins, belowReference, aboveReference, numbers, levels, rows } = counts;
  if (bins === null || frozen === undefined) return null;
  return {
    rows,
    bins,
    belowReference,
    aboveReference,
    cells: frozen.cells === null ? null : cellsOf(numbers, frozen.cells),
    unseen: levels?.unseen ?? null,
  };
}

function cellsOf(
  numbers: ProfileNumbers | null,
  cells: NonNullable<FrozenFeature["cells"]>,
): FeatureCounts["cells"] {
  if (numbers !== null) return numbers.cells === null ? null : fromUnits(numbers.cells, cells);
  return noCells(cells);
}

function histogramOf(
  counts: ProfileCounts,
  numbers: ProfileNumbers | null,
  frozen: FrozenFeature | undefined,
): FrozenHistogram | null {
  if (!frozen?.histogram) return null;
  const { scale, edges } = frozen.histogram;
  if (numbers === null) {
    const none = edges.slice(1).map(() => 0);
    return { scale, edges, counts: none, underflow: 0, overflow: 0, density: null };
  }
  if (numbers.histogram === null) return null;
  return {
    scale,
    edges,
    ...numbers.histogram,
    density: mergedDensity(counts.rows, numbers, frozen.histogram),
  };
}
