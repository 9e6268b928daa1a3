import { Moments } from "./moments.js";
import type { ValueReader } from "./value-reader.js";

/** Moments of values that are first clipped to a range. */
export class Clipped implements ValueReader {
  readonly moments = new Moments();
  readonly #low: number;
  readonly #high: number;

  constructor(low: number, high: number) {
    this.#low = low;
    this.#high = high;
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    this.moments.add(
      values.map((value) => Math.min(this.#high, Math.max(this.#low, value))),
      counts,
    );
  }
}
