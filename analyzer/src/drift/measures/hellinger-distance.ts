import { sum } from "../bins/sum.js";

/**
 * Hellinger distance: √(½·Σ(√p − √q)²), from 0 (equal shares) to 1 (no bin in common). Unsmoothed.
 * @param reference rows per bin
 * @param current rows per bin, in the same order
 * @returns null where a side has no rows
 */
export function hellingerDistance(reference: readonly number[], current: readonly number[]): number | null {
  const n = sum(reference);
  const m = sum(current);
  if (n === 0 || m === 0) return null;
  const squares = reference.map((r, i) => (Math.sqrt(r / n) - Math.sqrt((current[i] ?? 0) / m)) ** 2);
  return Math.min(1, Math.sqrt(sum(squares) / 2));
}
