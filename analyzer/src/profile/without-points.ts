import type { ValueReader } from "./value-reader.js";

/** Hands on to other readers all values but some, which it counts. */
export class WithoutPoints implements ValueReader {
  readonly points: Float64Array;
  /** Rows that have each point. */
  readonly counts: Float64Array;
  readonly #readers: readonly ValueReader[];
  #values = new Float64Array(2048);
  #counts = new Float64Array(2048);

  constructor(points: Iterable<number>, readers: readonly ValueReader[]) {
    this.points = Float64Array.from(points);
    this.counts = new Float64Array(this.points.length);
    this.#readers = readers;
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    if (this.points.length === 0) {
      for (const reader of this.#readers) reader.add(values, counts);
      return;
    }
    if (this.#values.length < values.length) {
      this.#values = new Float64Array(values.length);
      this.#counts = new Float64Array(values.length);
    }
    const length = counts === null ? this.#takeRows(values) : this.#takeWeighted(values, counts);
    if (length === 0) return;
    const rest = this.#values.subarray(0, length);
    const restCounts = counts === null ? null : this.#counts.subarray(0, length);
    for (const reader of this.#readers) reader.add(rest, restCounts);
  }

  /** Keeps what is no point; most columns have one point at most, looked for without a call for each value. */
  #takeRows(values: Float64Array): number {
    const [first, kept] = [this.points[0]!, this.#values];
    const hasMore = this.points.length > 1;
    let length = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      kept[length] = value;
      length += value === first ? 0 : 1;
    }
    this.counts[0]! += values.length - length;
    return hasMore ? this.#takeMore(length) : length;
  }

  #takeMore(given: number): number {
    let length = 0;
    for (let i = 0; i < given; i++) {
      const value = this.#values[i]!;
      const point = this.points.indexOf(value);
      if (point >= 0) this.counts[point]!++;
      else this.#values[length++] = value;
    }
    return length;
  }

  #takeWeighted(values: Float64Array, counts: Float64Array): number {
    let length = 0;
    for (let i = 0; i < values.length; i++) {
      const point = this.points.indexOf(values[i]!);
      if (point >= 0) this.counts[point]! += counts[i]!;
      else {
        this.#values[length] = values[i]!;
        this.#counts[length++] = counts[i]!;
      }
    }
    return length;
  }
}
