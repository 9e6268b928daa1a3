/**
 * Where an axis from 0 ends: at 1.2 × p98 (R type 7) of the values, so that a single outlier does not flatten all others,
 * and at `least` if that is more.
 */
export function axisEnd(values: readonly number[], least: number): number {
  return Math.max(least, 1.2 * quantile(values, 0.98));
}

/** A quantile by R type 7; 0 without values. */
export function quantile(values: readonly number[], probability: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (high - low) * (position - Math.floor(position));
}
