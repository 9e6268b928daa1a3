import { BLOCK, Kernel } from "../kernel.js";
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

  readonly #kernel: Kernel;

  /** @param kernel in whose block values are looked at */
  constructor(kernel = Kernel.shared) {
    this.#kernel = kernel;
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    const { run, results } = this.#kernel;
    for (let start = 0; start < values.length; start += BLOCK) {
      const length = this.#kernel.hold(values, counts, start);
      run.findExtremes(length);
      const least = results[0]!;
      this.min = Math.min(this.min, least);
      this.max = Math.max(this.max, results[1]!);
      this.count += results[2]!;
      if (this.integer) this.integer = run.areWhole(length) === 1;
      if (least > 0) continue;
      run.countSigns(length);
      this.zeros += results[0]!;
      this.negatives += results[1]!;
    }
  }

  /** These values and some more. */
  plus(values: Float64Array, counts: Float64Array): Summary {
    const both = new Summary();
    const { count, zeros, negatives, integer, min, max } = this;
    Object.assign(both, { count, zeros, negatives, integer, min, max });
    both.add(values, counts);
    return both;
  }
}
