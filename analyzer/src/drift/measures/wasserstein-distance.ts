import type { CellCounts, FrozenCells } from "../../artifact/index.js";
import { cumulativeShares } from "../bins/cumulative-shares.js";

/**
 * Wasserstein distance (order 1) between both sides clipped to the reference's p0.1–p99.9, divided by the clipped reference's standard
 * deviation: by how many of them a value moves on average. Outliers are harmless. It is the area between the two distribution functions:
 * exact in every cell where they do not cross; where they do, each side is taken as uniform over the widest stretch that has its mean.
 * SciPy: `wasserstein_distance(clip(reference), clip(current)) / std(clip(reference), ddof=1)`.
 * @param current counts in the same cells
 * @returns 0 or more; null where a side has no finite value, the clipped reference does not vary, or an area is beyond what a double holds
 */
export function wassersteinDistance(reference: FrozenCells, current: CellCounts): number | null {
  const left = cumulativeShares(reference);
  const right = cumulativeShares(current);
  if (left === null || right === null || reference.clippedStd === 0) return null;
  const first = reference.edges.indexOf(reference.clipLow);
  const last = reference.edges.indexOf(reference.clipHigh);
  let area = 0;
  for (let i = first; i < last; i++) {
    const width = (reference.edges[i + 1] ?? 0) - (reference.edges[i] ?? 0);
    const from = (left.through[i] ?? 0) - (right.through[i] ?? 0);
    const ramps = [ramp(reference, i, width, left.count, 1), ramp(current, i, width, right.count, -1)];
    area += areaOfCell(from, width, ramps);
  }
  return Number.isFinite(area) ? area / reference.clippedStd : null;
}

/** By how much a distribution function rises in a cell, evenly from one offset to another. */
interface Ramp {
  from: number;
  to: number;
  /** Signed share. */
  rise: number;
}

function ramp(cells: CellCounts, i: number, width: number, count: number, sign: 1 | -1): Ramp {
  const inside = cells.inside[i] ?? 0;
  const mean = inside === 0 ? 0 : Math.min(width, Math.max(0, (cells.sums[i] ?? 0) / inside));
  const half = Math.min(mean, width - mean);
  return { from: mean - half, to: mean + half, rise: (sign * inside) / count };
}

function areaOfCell(start: number, width: number, ramps: readonly Ramp[]): number {
  const differenceAt = (offset: number): number =>
    ramps.reduce((total, { from, to, rise }) => {
      if (offset <= from) return total;
      return total + (offset >= to ? rise : (rise * (offset - from)) / (to - from));
    }, start);
  const knots = [0, ...ramps.flatMap(({ from, to }) => [from, to]), width].sort((a, b) => a - b);
  let area = 0;
  for (const [i, knot] of knots.entries()) {
    const next = knots[i + 1];
    if (next === undefined || next === knot) continue;
    // A step (from = to) lies on a knot: the line between two knots is taken from its middle, where no step is.
    const middle = differenceAt((knot + next) / 2);
    const slope = (differenceAt(knot + (next - knot) * 0.75) - middle) * 2;
    area += areaOfLine(middle - slope, middle + slope, next - knot);
  }
  return area;
}

/** Area between 0 and the straight line from `a` to `b`. */
function areaOfLine(a: number, b: number, width: number): number {
  if (a * b >= 0) return (Math.abs(a + b) / 2) * width;
  return ((a * a + b * b) / (2 * Math.abs(a - b))) * width;
}
