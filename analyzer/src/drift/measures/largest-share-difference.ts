import { sum } from "../bins/sum.js";

/**
 * The largest absolute difference of a bin's shares, 0 to 1 (the L∞ distance of the two distributions). Unsmoothed.
 * @param reference rows per bin
 * @param current rows per bin, in the same order
 * @returns null where a side has no rows
 */
export function largestShareDifference(
  reference: readonly number[],
  current: readonly number[],
): number | null {
  const n = sum(reference);
  const m = sum(current);
  if (n === 0 || m === 0) return null;
  return Math.max(...reference.map((r, i) => Math.abs((current[i] ?? 0) / m - r / n)));
}
