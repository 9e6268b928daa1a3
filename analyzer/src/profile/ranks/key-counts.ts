import { BLOCK, type Kernel } from "../kernel.js";
import type { ValueReader } from "../values/value-reader.js";
import type { KeptValues } from "./kept-values.js";
import { MARKED } from "./key-flags.js";
import { SKETCH_BUCKETS } from "./quantile-sketch.js";
import type { Ruler } from "./ruler.js";
import type { ValueKeys } from "./value-keys.js";

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
  readonly #kernel: Kernel;

  /** @param keys of a kernel of its own, where rows are counted */
  constructor(keys: ValueKeys, ruler: Ruler, kept: KeptValues | null) {
    this.keys = keys;
    this.#kernel = keys.kernel;
    this.counts = this.#kernel.counts.subarray(0, keys.length);
    this.sums = this.#kernel.sums.subarray(0, keys.length);
    this.flags = this.#kernel.flags.subarray(0, keys.length);
    this.#ruler = ruler;
    this.#kept = kept;
  }

  /** Counts all before any is kept: sorted values would tell the wrong middle on the way. */
  add(values: Float64Array, counts: Float64Array | null): void {
    let length = 0;
    for (let start = 0; start < values.length; start += BLOCK) {
      length = this.keys.find(values, counts, start);
      this.#kernel.run.countKeys(length);
    }
    for (let start = 0; start < values.length; start += BLOCK) {
      if (values.length > BLOCK) length = this.keys.find(values, counts, start);
      this.#countMarked(length);
      this.#kept?.keep(this.#kernel, length);
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

  #countMarked(length: number): void {
    const { run, keys, places, values, rows } = this.#kernel;
    const marked = run.findFlagged(length, MARKED);
    for (let i = 0; i < marked; i++) {
      const place = places[i]!;
      this.#ruler.count(values[place]!, keys[place]!, rows[place]!);
    }
  }
}
