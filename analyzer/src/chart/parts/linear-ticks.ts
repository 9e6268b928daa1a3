/** 1, 2 or 5 times a power of ten, the least that is not below the given one. */
export function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((nice) => nice * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** 1, 2 or 5 times a power of ten, the greatest that is not above the given one. */
export function niceBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const factor = [5, 2, 1].find((nice) => nice * power <= value * (1 + 1e-9)) ?? 1;
  return factor * power;
}

/** Decimals with which all multiples of a step are exact; 0 to 20. */
export function decimalsOfStep(step: number): number {
  return Math.min(20, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

/**
 * Round values from low to high, both ends included.
 * @param most how many at most, 1 or more; up to three more where that would leave fewer than `least`
 * @param least an axis of fewer has no scale
 */
export function linearTicks(low: number, high: number, most: number, least = 2): number[] {
  if (!(high > low) || !Number.isFinite(high - low)) return [];
  let finer: number[] = [];
  for (let step = niceBelow((high - low) / Math.max(most, least)); ; step = niceStep(step * 1.5)) {
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    const decimals = decimalsOfStep(step);
    const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
      Number(((first + i) * step).toFixed(decimals)),
    );
    if (ticks.length <= most) return ticks.length < least && finer.length > 0 ? finer : ticks;
    finer = ticks;
  }
}
