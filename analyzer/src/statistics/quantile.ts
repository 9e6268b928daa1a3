/** The two ranks (0-based) between which a quantile lies, and how far it is from the first to the second. */
function position(n: number, p: number): { rank: number; next: number; fraction: number } {
  const exact = (n - 1) * p;
  const rank = Math.floor(exact);
  return { rank, next: Math.min(n - 1, rank + 1), fraction: exact - rank };
}

/** Ranks whose values {@link quantile} needs. */
export function quantileRanks(n: number, p: number): number[] {
  if (n === 0) return [];
  const { rank, next } = position(n, p);
  return [rank, next];
}

/**
 * Quantile by linear interpolation between order statistics (R type 7), rounded as NumPy rounds it.
 * @param n number of values; null is returned where it is 0
 * @param p 0 to 1
 * @param valueAt value at a rank of the sorted order
 */
export function quantile(n: number, p: number, valueAt: (rank: number) => number): number | null {
  if (n === 0) return null;
  const { rank, next, fraction } = position(n, p);
  const [low, high] = [valueAt(rank), valueAt(next)];
  const step = high - low;
  if (!Number.isFinite(step)) return low * (1 - fraction) + high * fraction;
  return fraction < 0.5 ? low + step * fraction : high - step * (1 - fraction);
}
