/**
 * A linear scale from [low, high] to pixels [start, end], clamped to the latter.
 * Rounded to a hundredth, so that drawings stay short.
 */
export function linear(low: number, high: number, start: number, end: number): (value: number) => number {
  return (value) => {
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return Math.round((start + share * (end - start)) * 100) / 100;
  };
}
