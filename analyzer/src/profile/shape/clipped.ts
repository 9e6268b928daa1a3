import { BLOCK, Kernel } from "../kernel.js";
import { Moments } from "../values/moments.js";
import type { ValueReader } from "../values/value-reader.js";

/** Used by nothing that hands on a block, because what is clipped is lost. */
let clipping: Kernel | null = null;

/** Moments of values that are first clipped to a range. */
export class Clipped implements ValueReader {
  readonly #kernel = (clipping ??= new Kernel());
  readonly moments = new Moments(this.#kernel);
  readonly #low: number;
  readonly #high: number;

  constructor(low: number, high: number) {
    this.#low = low;
    this.#high = high;
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    const { run, values: clipped, rows } = this.#kernel;
    for (let start = 0; start < values.length; start += BLOCK) {
      const length = this.#kernel.hold(values, counts, start);
      run.clip(length, this.#low, this.#high);
      this.moments.add(clipped.subarray(0, length), counts === null ? null : rows.subarray(0, length));
    }
  }
}
