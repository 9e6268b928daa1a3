import type { CellCounts } from "../../artifact/index.js";
import { sum } from "./sum.js";

/** The empirical distribution function at the edges of cells. */
export interface CumulativeShares {
  /** Finite values. */
  count: number;
  /** Share below each edge. */
  before: number[];
  /** Share at or below each edge. */
  through: number[];
}

/** The distribution function of one side; null where it has no finite value. Counts are summed before dividing, so that 1 is 1. */
export function cumulativeShares(cells: CellCounts): CumulativeShares | null {
  const count = cells.below + cells.above + sum(cells.equal) + sum(cells.inside);
  if (count === 0) return null;
  const before: number[] = [];
  const through: number[] = [];
  let rows = cells.below;
  for (const [i, equal] of cells.equal.entries()) {
    before.push(rows / count);
    rows += equal;
    through.push(rows / count);
    rows += cells.inside[i] ?? 0;
  }
  return { count, before, through };
}
