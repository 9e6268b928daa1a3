import type { ProfileMoments } from "../../artifact/index.js";
import { BLOCK, Kernel } from "../kernel.js";
import { finiteOrNull } from "./finite-or-null.js";
import type { ValueReader } from "./value-reader.js";

/** Powers of two keep the scaling exact; beyond these the fourth power or the scale itself would overflow. */
const GREATEST_EXPONENT = 1000;

/**
 * Mean and central moments up to the fourth, to the last digits also for 1e9 + 1e-3 noise. Values are scaled by a power of two
 * and shifted by the mean of what came first. Each block's moments are taken around its own mean, in two passes over the block.
 * Blocks are merged by the formulas of Chan and Pébay (SAND2008-6212); the sum is compensated (Neumaier).
 */
export class Moments implements ValueReader {
  count = 0;
  #scale = 1;
  #shift = 0;
  #sum = 0;
  #lost = 0;
  #m2 = 0;
  #m3 = 0;
  #m4 = 0;
  readonly #kernel: Kernel;

  /** @param kernel in whose block the powers are summed */
  constructor(kernel = Kernel.shared) {
    this.#kernel = kernel;
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    if (this.count === 0 && values.length > 0) this.#setOrigin(values, counts);
    for (let start = 0; start < values.length; start += BLOCK) {
      const length = this.#kernel.hold(values, counts, start);
      this.#kernel.run.sumPowers(length, this.#scale, this.#shift);
      this.#addBlock(this.#kernel.results);
    }
  }

  /** These values and some more. */
  plus(values: Float64Array, counts: Float64Array): Moments {
    const both = new Moments();
    both.count = this.count;
    both.#scale = this.#scale;
    both.#shift = this.#shift;
    both.#sum = this.#sum;
    both.#lost = this.#lost;
    both.#m2 = this.#m2;
    both.#m3 = this.#m3;
    both.#m4 = this.#m4;
    both.add(values, counts);
    return both;
  }

  /** Arithmetic mean; null without values. */
  get mean(): number | null {
    if (this.count === 0) return null;
    return finiteOrNull((this.#shift + this.#center()) / this.#scale);
  }

  /** Standard deviation with divisor count − 1; null below two values. */
  get std(): number | null {
    if (this.count < 2) return null;
    return finiteOrNull(Math.sqrt(this.#m2 / (this.count - 1)) / this.#scale);
  }

  /** Population skewness m3 / m2^1.5; null where m2 is 0. */
  get skewness(): number | null {
    if (this.#m2 === 0) return null;
    return finiteOrNull((Math.sqrt(this.count) * this.#m3) / this.#m2 ** 1.5);
  }

  /** Population excess kurtosis m4 / m2² − 3; null where m2 is 0. */
  get kurtosis(): number | null {
    if (this.#m2 === 0) return null;
    return finiteOrNull((this.count * this.#m4) / this.#m2 ** 2 - 3);
  }

  /** All of it, to be merged; null without values, and where it is beyond what a double holds. */
  get state(): ProfileMoments | null {
    if (this.count === 0) return null;
    const [center, m2, m3, m4] = [this.#center(), this.#m2, this.#m3, this.#m4];
    if (![center, m2, m3, m4].every(Number.isFinite)) return null;
    const exponent = Math.round(-Math.log2(this.#scale));
    return { count: this.count, exponent, mean: [this.#shift, center], m2, m3, m4 };
  }

  #addBlock(sums: Float64Array): void {
    const [count = 0, sum = 0, rest = 0, squares = 0, cubes = 0, m4 = 0] = sums;
    const m2 = squares - (rest * rest) / count;
    const m3 = cubes - (3 * rest * squares) / count;
    const [a, b, n] = [this.count, count, this.count + count];
    if (a > 0) {
      const delta = sum / count - this.#center();
      const [d2, d3, d4] = [delta ** 2, delta ** 3, delta ** 4];
      this.#m4 +=
        (d4 * a * b * (a * a - a * b + b * b)) / n ** 3 +
        (6 * d2 * (a * a * m2 + b * b * this.#m2)) / n ** 2 +
        (4 * delta * (a * m3 - b * this.#m3)) / n;
      this.#m3 += (d3 * a * b * (a - b)) / n ** 2 + (3 * delta * (a * m2 - b * this.#m2)) / n;
      this.#m2 += (d2 * a * b) / n;
    }
    this.#m4 += m4;
    this.#m3 += m3;
    this.#m2 += m2;
    this.count = n;
    const total = this.#sum + sum;
    this.#lost += Math.abs(this.#sum) >= Math.abs(sum) ? this.#sum - total + sum : sum - total + this.#sum;
    this.#sum = total;
  }

  /** Of the first block. */
  #setOrigin(values: Float64Array, counts: Float64Array | null): void {
    const { run, results } = this.#kernel;
    const length = this.#kernel.hold(values, counts);
    run.findExtremes(length);
    const greatest = Math.max(Math.abs(results[0]!), Math.abs(results[1]!));
    const exponent = greatest === 0 ? 0 : Math.floor(Math.log2(greatest));
    this.#scale = 2 ** -Math.max(-GREATEST_EXPONENT, Math.min(GREATEST_EXPONENT, exponent));
    run.sumPowers(length, this.#scale, 0);
    this.#shift = results[1]! / results[0]!;
  }

  #center(): number {
    return (this.#sum + this.#lost) / this.count;
  }
}
