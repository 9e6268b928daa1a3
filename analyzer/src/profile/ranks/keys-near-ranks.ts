import { QUANTILE_LEVELS, REST_LEVELS } from "../../statistics/quantile-levels.js";

/** Standard deviations of a sample quantile's rank. */
const REACH = 4;

/** Values with one key. */
export interface KeyedPoint {
  key: number;
  count: number;
}

/**
 * Marks by a 1 the keys that the statistics' quantiles of all rows may fall into, where the rows counted so far are a sample of them.
 * @param counts rows by key that are no points
 */
export function keysNearRanks(counts: Float64Array, points: readonly KeyedPoint[]): Uint8Array {
  const near = new Uint8Array(counts.length);
  mark(near, counts, REST_LEVELS);
  const all = counts.slice();
  for (const { key, count } of points) all[key]! += count;
  mark(near, all, Object.values(QUANTILE_LEVELS));
  return near;
}

function mark(near: Uint8Array, counts: Float64Array, levels: readonly number[]): void {
  const n = counts.reduce((sum, count) => sum + count, 0);
  let [key, below] = [0, 0];
  const windows = levels.map((p) => {
    const reach = REACH * Math.sqrt(n * p * (1 - p)) + 1;
    return [n * p - reach, n * p + reach] as const;
  });
  for (const [low, high] of windows) {
    // Windows ascend, but may overlap: each begins at the key where the one before began, or later.
    while (key + 1 < counts.length && below + counts[key]! <= low) below += counts[key++]!;
    let end = below;
    for (let other = key; other < counts.length && end <= high; other++) {
      near[other] = 1;
      end += counts[other]!;
    }
  }
}
