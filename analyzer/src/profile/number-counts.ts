import type { FrozenBin, FrozenHistogram } from "../artifact/index.js";
import type { RowCounts } from "../statistics/row-statistics.js";
import type { ValueCount } from "./feature-profile.js";
import type { Ruler } from "./ranks/ruler.js";
import type { NumberScan } from "./scan/number-scan.js";

/** Rows with low ≤ value < high that have no point's value. */
function restBetween(ruler: Ruler, points: readonly ValueCount<number>[], low: number, high: number): number {
  const inPoints = points.filter(({ value }) => value >= low && value < high);
  return inPoints.reduce((rows, { count }) => rows - count, ruler.between(low, high));
}

/** Rows in each frozen bin of a numeric or datetime feature, in the frozen order. */
export function countBins(
  bins: readonly FrozenBin[],
  { ruler, points, summary }: NumberScan,
  rows: RowCounts,
): number[] {
  const infinite = rows.positiveInfinity + rows.negativeInfinity;
  return bins.map(({ type, low, high, value }) => {
    if (type === "interval") return restBetween(ruler, points, low ?? -Infinity, high ?? Infinity);
    if (type === "point") return ruler.at(Number(value));
    if (type === "missing") return rows.missing;
    return type === "infinite" ? infinite : summary.count + infinite;
  });
}

/** Rows in the display bins, points left out, with the density. */
export function countDisplay(
  { ruler, points, display, density }: NumberScan,
  rows: number,
): FrozenHistogram | null {
  if (display === null) return null;
  const { scale, edges } = display;
  const last = edges.at(-1)!;
  const onLast = points.some(({ value }) => value === last) ? 0 : ruler.at(last);
  const counts = edges.slice(1).map((high, i) => restBetween(ruler, points, edges[i]!, high));
  counts[counts.length - 1]! += onLast;
  return {
    scale,
    edges: [...edges],
    counts,
    underflow: restBetween(ruler, points, -Infinity, edges[0]!),
    overflow: restBetween(ruler, points, last, Infinity) - onLast,
    density: density?.density(rows) ?? null,
  };
}
