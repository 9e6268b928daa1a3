/** A tick of a logarithmic axis. */
export interface LogTick {
  value: number;
  /** A power of ten. */
  major: boolean;
}

/** 1, 2 and 5 times each power of ten from low to high, both above 0. */
export function logTicks(low: number, high: number): LogTick[] {
  const ticks: LogTick[] = [];
  for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.ceil(Math.log10(high)); exponent++) {
    for (const factor of [1, 2, 5]) {
      const value = Number(`${factor}e${exponent}`);
      if (value >= low && value <= high) ticks.push({ value, major: factor === 1 });
    }
  }
  return ticks;
}
