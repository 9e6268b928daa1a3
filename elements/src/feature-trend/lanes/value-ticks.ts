/** Round values (1, 2 or 5 times a power of ten apart) within a range, `most` at most. */
export function valueTicks(low: number, high: number, most: number): readonly number[] {
  if (!(high > low)) return [];
  let power = 10 ** Math.floor(Math.log10((high - low) / most));
  for (; ; power *= 10) {
    for (const step of [power, 2 * power, 5 * power]) {
      const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
      if (last - first >= most) continue;
      return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
    }
  }
}
