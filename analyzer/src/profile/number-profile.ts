import type { FrozenFeature } from "../artifact/index.js";
import type { FeatureCounts } from "../drift/index.js";
import { numberStatistics } from "../statistics/number-statistics.js";
import type { RowCounts } from "../statistics/row-statistics.js";
import type { AdditiveNumbers, FeatureProfile, OwnBins } from "./feature-profile.js";
import { countBins, countDisplay } from "./number-counts.js";
import type { NumberScan } from "./scan/number-scan.js";
import { type FrozenNumbers, scanAgainst } from "./scan/scan-against.js";
import { scanOwn } from "./scan/scan-own.js";
import { statusOf } from "./status-of.js";
import type { RowTally } from "./values/finite-values.js";
import type { Scan } from "./values/value-reader.js";

/**
 * Profile of a numeric or datetime column.
 * @param rows what the first pass counts beside the finite values
 * @param frozen of the same kind, or of none; null without a reference
 */
export function* numberProfile(
  name: string,
  kind: "numeric" | "datetime",
  rows: RowTally,
  frozen: FrozenFeature | null,
): Scan<FeatureProfile> {
  const scan = yield* frozen !== null && isFrozenNumbers(frozen) ? scanAgainst(frozen) : scanOwn(kind);
  const { nan, positiveInfinity, negativeInfinity } = rows;
  const counts = { rows: rows.rows, missing: rows.nulls + nan, nan, positiveInfinity, negativeInfinity };
  const { summary, moments } = scan;
  const { count, zeros, negatives, min, max, integer } = summary;
  const { mean, std, skewness, kurtosis } = moments;
  const statistics = numberStatistics(kind, counts, {
    count,
    zeros,
    negatives,
    min,
    max,
    mean,
    std,
    skewness,
    kurtosis,
    distinct: scan.distinct,
    distinctError: scan.distinctError,
    valueAt: scan.valueAt,
    rest: scan.points.length === 0 ? null : { count: scan.rest.summary.count, valueAt: scan.rest.valueAt },
  });
  return {
    name,
    kind,
    status: statusOf(statistics),
    reason: null,
    integer: kind === "numeric" ? integer : null,
    statistics,
    counts: frozen === null ? null : countsAgainst(frozen, scan, counts),
    histogram: countDisplay(scan, counts.rows),
    points: scan.points,
    levels: null,
    levelsSeenOnce: null,
    levelRegisters: null,
    own: frozen === null ? ownBins(scan, counts) : null,
    additive: count === 0 ? null : additiveNumbers(scan),
  };
}

function isFrozenNumbers(frozen: FrozenFeature): frozen is FrozenNumbers {
  return frozen.histogram !== null && frozen.cells !== null;
}

function countsAgainst(
  { bins, cells, statistics }: FrozenFeature,
  scan: NumberScan,
  rows: RowCounts,
): FeatureCounts {
  const { min, max } = statistics;
  const { ruler } = scan;
  return {
    rows: rows.rows,
    bins: countBins(bins, scan, rows),
    belowReference: min === null ? null : ruler.below(min),
    aboveReference: max === null ? null : ruler.between(max, Infinity) - ruler.at(max),
    cells: cells === null ? null : ruler.cells(cells.edges),
    unseen: null,
  };
}

function additiveNumbers({ moments, points, rest, ruler, sketch, different }: NumberScan): AdditiveNumbers {
  const { count, min, max } = rest.summary;
  return {
    moments: moments.state,
    belowPoints: sketch === null ? [] : points.map(({ value }) => ruler.below(value)),
    rest: sketch === null || count === 0 ? null : { min, max, moments: rest.moments.state },
    sketch: sketch?.without(points) ?? null,
    distinct: different,
  };
}

function ownBins(scan: NumberScan, rows: RowCounts): OwnBins | null {
  if (scan.own === null) return null;
  const { bins, cells } = scan.own;
  const references = countBins(bins, scan, rows);
  return {
    bins: bins.map((bin, i) => ({ ...bin, reference: references[i]! })),
    cells: cells === null ? null : { ...cells, ...scan.ruler.cells(cells.edges) },
  };
}
