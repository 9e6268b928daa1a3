import { sum } from "../bins/sum.js";

/**
 * Jensen–Shannon distance: the square root of the divergence to base 2, from 0 (equal shares) to 1 (no bin in common). Unsmoothed.
 * As SciPy's `jensenshannon(p, q, base=2)`.
 * @param reference rows per bin
 * @param current rows per bin, in the same order
 * @returns null where a side has no rows
 */
export function jensenShannonDistance(
  reference: readonly number[],
  current: readonly number[],
): number | null {
  const n = sum(reference);
  const m = sum(current);
  if (n === 0 || m === 0) return null;
  let divergence = 0;
  for (const [i, r] of reference.entries()) {
    const p = r / n;
    const q = (current[i] ?? 0) / m;
    const middle = (p + q) / 2;
    if (p > 0) divergence += (p * Math.log2(p / middle)) / 2;
    if (q > 0) divergence += (q * Math.log2(q / middle)) / 2;
  }
  return Math.sqrt(Math.min(1, Math.max(0, divergence)));
}
