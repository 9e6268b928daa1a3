import type { KeptValues } from "./kept-values.js";
import { KEPT, MARKED } from "./key-flags.js";
import { SKETCH_BUCKETS } from "./quantile-sketch.js";
import type { Ruler } from "./ruler.js";
import { KEY_BLOCK, type ValueKeys } from "./value-keys.js";
import type { ValueReader } from "./value-reader.js";

/**
 * Counts values by key. Only the values of keys that hold a mark of the ruler are looked at one by one: all others lie between the same two
 * marks as their key.
 */
export class KeyCounts implements ValueReader {
  readonly keys: ValueKeys;
  readonly counts: Float64Array;
  /** Σ(value − center) of each key. */
  readonly sums: Float64Array;
  readonly flags: Uint8Array;
  readonly #ruler: Ruler;
  readonly #kept: KeptValues | null;
  /** Places in a block of the values that are looked at. */
  readonly #places = new Int32Array(KEY_BLOCK + 1);

  constructor(keys: ValueKeys, flags: Uint8Array, ruler: Ruler, kept: KeptValues | null) {
    this.keys = keys;
    this.counts = new Float64Array(keys.length);
    this.sums = new Float64Array(keys.length);
    this.flags = flags;
    this.#ruler = ruler;
    this.#kept = kept;
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    if (counts !== null) return this.#addWeighted(values, counts);
    for (let start = 0; start < values.length; start += KEY_BLOCK) {
      const length = this.keys.find(values, start);
      this.#countRows(length);
      this.#lookAt(values, null, start, this.#flagged(length));
    }
  }

  /** Counts all before any is kept: sorted values would tell the wrong middle on the way. */
  #addWeighted(values: Float64Array, counts: Float64Array): void {
    for (let start = 0; start < values.length; start += KEY_BLOCK) {
      this.#countWeighted(this.keys.find(values, start), counts.subarray(start));
    }
    for (let start = 0; start < values.length; start += KEY_BLOCK) {
      const length = this.keys.find(values, start);
      this.#lookAt(values, counts, start, this.#flagged(length));
    }
  }

  /** For each key with values their mean, their rows, and the ends between which they lie. */
  means(): Record<"means" | "counts" | "lows" | "highs", Float64Array> {
    const used = this.counts.reduce((some, count) => (count > 0 ? some + 1 : some), 0);
    const [means, counts] = [new Float64Array(used), new Float64Array(used)];
    const [lows, highs] = [new Float64Array(used), new Float64Array(used)];
    for (let key = 0, i = 0; i < used; key++) {
      const rows = this.counts[key]!;
      if (rows === 0) continue;
      const [low, high] = this.keys.range(key);
      means[i] = this.keys.center + this.sums[key]! / rows;
      counts[i] = rows;
      lows[i] = low;
      highs[i++] = high;
    }
    return { means, counts, lows, highs };
  }

  /** The buckets of a quantile sketch at the same place. */
  sketch(): Float64Array {
    const buckets = new Float64Array(SKETCH_BUCKETS);
    for (let key = 0; key < this.counts.length; key++) {
      if (this.counts[key] !== 0) buckets[this.keys.sketchBucket(key)]! += this.counts[key]!;
    }
    return buckets;
  }

  #countRows(length: number): void {
    const { found, differences } = this.keys;
    const { counts, sums } = this;
    for (let i = 0; i < length; i++) {
      const key = found[i]!;
      counts[key]!++;
      sums[key]! += differences[i]!;
    }
  }

  #countWeighted(length: number, rows: Float64Array): void {
    const { found, differences } = this.keys;
    for (let i = 0; i < length; i++) {
      this.counts[found[i]!]! += rows[i]!;
      this.sums[found[i]!]! += rows[i]! * differences[i]!;
    }
  }

  /** Finds the places whose keys have a flag, without a branch for each. */
  #flagged(length: number): number {
    const { found } = this.keys;
    const [places, flags] = [this.#places, this.flags];
    let flagged = 0;
    for (let i = 0; i < length; i++) {
      places[flagged] = i;
      flagged += (flags[found[i]!]! + 3) >> 2;
    }
    return flagged;
  }

  #lookAt(values: Float64Array, counts: Float64Array | null, start: number, flagged: number): void {
    const { found } = this.keys;
    for (let i = 0; i < flagged; i++) {
      const place = this.#places[i]!;
      const key = found[place]!;
      const flag = this.flags[key]!;
      const value = values[start + place]!;
      const rows = counts === null ? 1 : counts[start + place]!;
      if ((flag & MARKED) !== 0) this.#ruler.count(value, key, rows);
      if ((flag & KEPT) !== 0) this.#kept?.keep(value, rows);
    }
  }
}
