import type { CellCounts } from "../artifact/index.js";
import { BucketIndex } from "./bucket-index.js";
import { bucketOf } from "./ordered-histogram.js";
import type { ValueReader } from "./value-reader.js";

/**
 * Counts values on and between marks. Bins, points, display bins and cells all lie on one ruler, so one pass counts them all:
 * a value equals a mark, lies strictly between two neighbours, or outside.
 */
export class Ruler implements ValueReader {
  readonly #marks: Float64Array;
  #index: BucketIndex | null = null;
  readonly #equal: Float64Array;
  /** `#inside[i]`: values below mark i and above mark i − 1; the last: above all. */
  readonly #inside: Float64Array;
  /** Σ(value − mark i − 1) over `#inside[i]`. */
  readonly #sums: Float64Array;

  /** @param marks finite, in any order, with duplicates */
  constructor(marks: Iterable<number>) {
    this.#marks = Float64Array.from(new Set(Array.from(marks, (mark) => mark + 0))).sort();
    this.#equal = new Float64Array(this.#marks.length);
    this.#inside = new Float64Array(this.#marks.length + 1);
    this.#sums = new Float64Array(this.#marks.length + 1);
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    if (counts === null) this.#addRows(values);
    else for (let i = 0; i < values.length; i++) this.#count(this.#place(values[i]!), values[i]!, counts[i]!);
  }

  /** Rows with exactly this value, a mark. */
  at(mark: number): number {
    const place = this.#place(mark);
    return this.#marks[place] === mark ? this.#equal[place]! : 0;
  }

  /** Rows with low ≤ value < high, both marks or infinite. */
  between(low: number, high: number): number {
    return this.below(high) - this.below(low);
  }

  /** Rows below a mark, or below infinity. */
  below(mark: number): number {
    if (mark === -Infinity) return 0;
    const end = this.#place(mark);
    let rows = 0;
    for (let i = 0; i < end; i++) rows += this.#inside[i]! + this.#equal[i]!;
    return rows + this.#inside[end]!;
  }

  /** Counts in cells whose ascending edges are marks. */
  cells(edges: readonly number[]): CellCounts {
    const inside: number[] = [];
    const sums: number[] = [];
    for (let cell = 0; cell + 1 < edges.length; cell++) {
      const [rows, sum] = this.#open(edges[cell]!, edges[cell + 1]!);
      inside.push(rows);
      sums.push(sum);
    }
    const first = edges[0]!;
    const last = edges.at(-1)!;
    const below = this.below(first);
    const above = this.between(last, Infinity) - this.at(last);
    return { below, above, equal: edges.map((edge) => this.at(edge)), inside, sums };
  }

  /** An index pays where rows come one by one, in their thousands. */
  #addRows(values: Float64Array): void {
    const index = (this.#index ??= new BucketIndex(this.#marks));
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    for (let i = 0; i < values.length; i++) {
      const bucket = bucketOf(words[2 * i + 1]!);
      const place = this.#placeWithin(values[i]!, index.start(bucket), index.end(bucket));
      this.#count(place, values[i]!, 1);
    }
  }

  #count(place: number, value: number, rows: number): void {
    if (this.#marks[place] === value) this.#equal[place]! += rows;
    else {
      this.#inside[place]! += rows;
      if (place > 0) this.#sums[place]! += rows * (value - this.#marks[place - 1]!);
    }
  }

  /** Rows strictly between two marks, and Σ(value − low) over them. */
  #open(low: number, high: number): [number, number] {
    let [rows, sum] = [0, 0];
    const end = this.#place(high);
    for (let i = this.#place(low) + 1; i <= end; i++) {
      const offset = this.#marks[i - 1]! - low;
      sum += this.#sums[i]! + offset * this.#inside[i]!;
      rows += this.#inside[i]!;
      if (i === end) break;
      sum += this.#equal[i]! * (this.#marks[i]! - low);
      rows += this.#equal[i]!;
    }
    return [rows, sum];
  }

  /** Index of the first mark that is not below the value. */
  #place(value: number): number {
    return this.#placeWithin(value, 0, this.#marks.length);
  }

  #placeWithin(value: number, low: number, high: number): number {
    const marks = this.#marks;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (marks[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
