/** Index of the first of sorted numbers, from `low` to before `end`, that is not below a value; `end` where all are below. */
export function firstNotBelow(sorted: Float64Array, value: number, low = 0, end = sorted.length): number {
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
