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
    if (!areWithin(values, this.min, this.max)) this.#widen(values);
    if (this.integer) this.integer = areIntegers(values);
    if (counts === null) this.count += values.length;
    else for (let i = 0; i < values.length; i++) this.count += counts[i]!;
    if (this.min <= 0) this.#countSigns(values, counts);
  }

  /** These values and some more. */
  plus(values: Float64Array, counts: Float64Array): Summary {
    const both = Object.assign(new Summary(), this);
    both.add(values, counts);
    return both;
  }

  #widen(values: Float64Array): void {
    let { min, max } = this;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    Object.assign(this, { min, max });
  }

  #countSigns(values: Float64Array, counts: Float64Array | null): void {
    let [zeros, negatives] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      if (values[i]! > 0) continue;
      const rows = counts === null ? 1 : counts[i]!;
      if (values[i] === 0) zeros += rows;
      else negatives += rows;
    }
    this.zeros += zeros;
    this.negatives += negatives;
  }
}

/** Most blocks hold no new extreme: four values are looked at together. */
function areWithin(values: Float64Array, min: number, max: number): boolean {
  let i = 0;
  for (; i + 3 < values.length; i += 4) {
    const [a, b, c, d] = [values[i]!, values[i + 1]!, values[i + 2]!, values[i + 3]!];
    if (a < min || a > max || b < min || b > max || c < min || c > max || d < min || d > max) return false;
  }
  for (; i < values.length; i++) if (values[i]! < min || values[i]! > max) return false;
  return true;
}

function areIntegers(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== Math.floor(values[i]!)) return false;
  return true;
}
