import type { CellCounts } from "../../artifact/index.js";
import { cumulativeShares } from "../bins/cumulative-shares.js";

/**
 * Two-sample Kolmogorov–Smirnov statistic: the greatest distance of the two empirical distribution functions, 0 to 1, over all finite
 * values. From cells it is never above SciPy's `ks_2samp` on the rows, and below it by no more than the reference's share strictly
 * inside one cell (at most 1/512).
 * @param reference cells of the frozen reference
 * @param current counts in the same cells
 * @returns null where a side has no finite value
 */
export function kolmogorovSmirnovStatistic(reference: CellCounts, current: CellCounts): number | null {
  const left = cumulativeShares(reference);
  const right = cumulativeShares(current);
  if (left === null || right === null) return null;
  let greatest = 0;
  for (const side of ["before", "through"] as const) {
    for (const [i, share] of left[side].entries()) {
      greatest = Math.max(greatest, Math.abs(share - (right[side][i] ?? 0)));
    }
  }
  return greatest;
}
