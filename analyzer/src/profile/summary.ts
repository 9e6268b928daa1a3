import type { ValueReader } from "./value-reader.js";

/** Counts and extremes of finite values. */
export class Summary implements ValueReader {
  count = 0;
  zeros = 0;
  negatives = 0;
  /** Whether all values are whole numbers. */
  integer = true;
  /** Infinity while there is no value. */
  min = Infinity;
  /** −Infinity while there is no value. */
  max = -Infinity;

  add(values: Float64Array, counts: Float64Array | null): void {
    let { count, zeros, negatives, integer, min, max } = this;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      const rows = counts === null ? 1 : counts[i]!;
      count += rows;
      if (value < min) min = value;
      if (value > max) max = value;
      if (value < 0) negatives += rows;
      else if (value === 0) zeros += rows;
      if (integer && value !== Math.floor(value)) integer = false;
    }
    Object.assign(this, { count, zeros, negatives, integer, min, max });
  }
}
