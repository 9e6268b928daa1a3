import type { ValueReader } from "./value-reader.js";

/** Hands on to other readers all values but some. */
export class WithoutPoints implements ValueReader {
  readonly #points: readonly number[];
  readonly #readers: readonly ValueReader[];
  #values = new Float64Array(2048);
  #counts = new Float64Array(2048);

  constructor(points: readonly number[], readers: readonly ValueReader[]) {
    this.#points = points;
    this.#readers = readers;
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    if (this.#values.length < values.length) {
      this.#values = new Float64Array(values.length);
      this.#counts = new Float64Array(values.length);
    }
    // Most columns have one point: looked for without a call for each value.
    const [first = NaN] = this.#points;
    const hasMore = this.#points.length > 1;
    let length = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value === first || (hasMore && this.#points.includes(value))) continue;
      this.#values[length] = value;
      if (counts !== null) this.#counts[length] = counts[i]!;
      length++;
    }
    if (length === 0) return;
    const rest = this.#values.subarray(0, length);
    const restCounts = counts === null ? null : this.#counts.subarray(0, length);
    for (const reader of this.#readers) reader.add(rest, restCounts);
  }
}
