/** Fewest rows of a point and of a range: below, a bin would say more about chance than about the feature. */
const LEAST_ROWS = 30;

/** Cells of equal rank in a frozen reference. */
const CELLS = 512;

/**
 * Whether a value has a bin of its own: at least a tenth of the reference's finite rows, and at least 30 of them.
 * @param count reference rows with the value; −0 counts as 0
 * @param n finite rows of the reference
 */
export function isPoint(count: number, n: number): boolean {
  return 10 * count >= n && count >= LEAST_ROWS;
}

/**
 * Into how many ranges the values that are no points are cut: 1 to 10, with at least 30 rows each.
 * @param n finite rows of the reference
 * @param m those of them that are no points
 */
export function rangeCount(n: number, m: number): number {
  if (n === 0) return 1;
  const byShare = Math.max(5, Math.floor((20 * m + n) / (2 * n)));
  return Math.max(1, Math.min(10, byShare, Math.floor(m / LEAST_ROWS)));
}

/**
 * Ranks (0-based, ascending) of the cuts among the m sorted values that are no points: ⌊i·m/k⌋ for i = 1 … k − 1,
 * k = {@link rangeCount}. The values at these ranks go through {@link distinctCuts}.
 */
export function cutRanks(n: number, m: number): number[] {
  const k = rangeCount(n, m);
  return Array.from({ length: k - 1 }, (_, i) => Math.floor(((i + 1) * m) / k));
}

/**
 * The cuts that are kept: duplicates and cuts equal to the least value would make empty ranges.
 * @param cuts ascending values at {@link cutRanks}
 * @param least least of the values that are no points
 */
export function distinctCuts(cuts: readonly number[], least: number): number[] {
  return cuts.filter((cut, i) => cut !== least && cut !== cuts[i - 1]);
}

/**
 * Reference rows from which a level has a bin of its own, unless {@link levelCut} moves it: 50, or 1 % of all rows, rounded up.
 * @param rows all rows of the reference, missing ones included
 */
export function levelThreshold(rows: number): number {
  return Math.max(50, Math.ceil(rows / 100));
}

/**
 * Ranks (0-based, ascending, with duplicates below 512 rows) of the low edges of the equal-rank cells: ⌊i·n/512⌋ for
 * i = 0 … 511. The greatest value and the two clip ends complete the edges.
 * @param n finite rows of the reference
 */
export function cellRanks(n: number): number[] {
  if (n === 0) return [];
  return Array.from({ length: CELLS }, (_, i) => Math.floor((i * n) / CELLS));
}
