import { BLOCK, Kernel } from "../kernel.js";
import type { ValueReader } from "./value-reader.js";

/** Hands on to other readers all values but some, which it counts. */
export class WithoutPoints implements ValueReader {
  readonly points: Float64Array;
  /** Rows that have each point. */
  readonly counts: Float64Array;
  readonly #readers: readonly ValueReader[];
  readonly #kernel: Kernel;

  /** @param kernel in whose block the points are left out: the readers find the others there */
  constructor(points: Iterable<number>, readers: readonly ValueReader[], kernel = Kernel.shared) {
    this.points = Float64Array.from(points);
    this.counts = new Float64Array(this.points.length);
    this.#readers = readers;
    this.#kernel = kernel;
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    if (this.points.length === 0) return this.#handOn(values, counts);
    if (values.length > BLOCK) return this.#addMany(values, counts);
    const length = this.#leaveOut(values, counts, 0);
    const { values: left, rows } = this.#kernel;
    this.#handOn(left.subarray(0, length), counts === null ? null : rows.subarray(0, length));
  }

  /** What readers are given together stays together. */
  #addMany(values: Float64Array, counts: Float64Array | null): void {
    const left = new Float64Array(values.length);
    const rows = new Float64Array(values.length);
    let length = 0;
    for (let start = 0; start < values.length; start += BLOCK) {
      const more = this.#leaveOut(values, counts, start);
      left.set(this.#kernel.values.subarray(0, more), length);
      rows.set(this.#kernel.rows.subarray(0, more), length);
      length += more;
    }
    this.#handOn(left.subarray(0, length), counts === null ? null : rows.subarray(0, length));
  }

  #leaveOut(values: Float64Array, counts: Float64Array | null, start: number): number {
    const { run, results } = this.#kernel;
    let length = this.#kernel.hold(values, counts, start);
    for (let i = 0; i < this.points.length; i++) {
      length = run.leaveOut(length, this.points[i]!);
      this.counts[i]! += results[0]!;
    }
    return length;
  }

  #handOn(values: Float64Array, counts: Float64Array | null): void {
    if (values.length === 0) return;
    for (const reader of this.#readers) reader.add(values, counts);
  }
}
