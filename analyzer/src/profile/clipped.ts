import { Moments } from "./moments.js";
import type { ValueReader } from "./value-reader.js";

/** Moments of values that are first clipped to a range. */
export class Clipped implements ValueReader {
  readonly moments = new Moments();
  readonly #low: number;
  readonly #high: number;
  #clipped = new Float64Array(2048);

  constructor(low: number, high: number) {
    this.#low = low;
    this.#high = high;
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    if (this.#clipped.length < values.length) this.#clipped = new Float64Array(values.length);
    const [clipped, low, high] = [this.#clipped, this.#low, this.#high];
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      clipped[i] = value < low ? low : value > high ? high : value;
    }
    this.moments.add(clipped.subarray(0, values.length), counts);
  }
}
