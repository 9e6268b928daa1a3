import type { CellCounts } from "../../artifact/index.js";
import { firstNotBelow } from "../values/first-not-below.js";
import type { ValueReader } from "../values/value-reader.js";
import type { KeyCounts } from "./key-counts.js";
import { MARKED } from "./key-flags.js";
import { KeyIndex } from "./key-index.js";
import type { ValueKeys } from "./value-keys.js";

/**
 * Counts values on and between marks. Bins, points, display bins and cells all lie on one ruler, so one pass counts them all:
 * a value equals a mark, lies strictly between two neighbours, or outside.
 */
export class Ruler implements ValueReader {
  readonly #marks: Float64Array;
  /** For each key where its marks begin. */
  #starts: Uint32Array | null = null;
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
    for (let i = 0; i < values.length; i++)
      this.#count(this.#place(values[i]!), values[i]!, counts === null ? 1 : counts[i]!);
  }

  /** Flags the keys whose values have to be looked at, each by {@link count}; all others come by {@link pour}. */
  flagKeys(keys: ValueKeys, flags: Uint8Array): void {
    const marked = Array.from(this.#marks, (mark) => keys.of(mark));
    // Distances that a double cannot hold have no sum either.
    for (const key of [...marked, keys.of(-Infinity), keys.of(Infinity)]) flags[key]! |= MARKED;
    this.#starts = new KeyIndex(keys, marked).starts;
  }

  /** Counts a value of a flagged key. */
  count(value: number, key: number, rows: number): void {
    const marks = this.#marks;
    let place = this.#starts![key]!;
    while (place < marks.length && marks[place]! < value) place++;
    this.#count(place, value, rows);
  }

  /** Takes over the counts of all keys without a mark. */
  pour({ keys, counts, sums, flags }: KeyCounts): void {
    const starts = this.#starts!;
    for (let key = 0; key < counts.length; key++) {
      const rows = counts[key]!;
      if (rows === 0 || (flags[key]! & MARKED) !== 0) continue;
      const place = starts[key]!;
      this.#inside[place]! += rows;
      if (place > 0) this.#sums[place]! += sums[key]! - rows * (this.#marks[place - 1]! - keys.center);
    }
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

  /** Counts in cells whose ascending edges are marks; a sum beyond what a double holds is 0. */
  cells(edges: readonly number[]): CellCounts {
    const inside: number[] = [];
    const sums: number[] = [];
    for (let cell = 0; cell + 1 < edges.length; cell++) {
      const [rows, sum] = this.#open(edges[cell]!, edges[cell + 1]!);
      inside.push(rows);
      sums.push(Number.isFinite(sum) ? sum : 0);
    }
    const first = edges[0]!;
    const last = edges.at(-1)!;
    const below = this.below(first);
    const above = this.between(last, Infinity) - this.at(last);
    return { below, above, equal: edges.map((edge) => this.at(edge)), inside, sums };
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
    return firstNotBelow(this.#marks, value);
  }
}
