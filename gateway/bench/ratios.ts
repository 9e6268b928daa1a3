import { median } from "./median.js";

/** How two contenders compare, in each round: only what was measured within one can be compared. */
export function ratios(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, round) => value / b[round]!);
}

/** The median, and between what the middle half lies. */
export function withSpread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const quarter = sorted.length >> 2;
  const ends = [sorted[quarter]!, sorted.at(-1 - quarter)!].map((end) => end.toFixed(2));
  return `${median(values).toFixed(2)} (${ends.join(" to ")})`;
}
