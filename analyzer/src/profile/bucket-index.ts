import { BUCKETS, bucketOf } from "./ordered-histogram.js";

/** Where the values of each bucket begin in a sorted array: narrows a search to a few neighbours. */
export class BucketIndex {
  readonly #starts = new Uint32Array(BUCKETS + 1);

  /** @param sorted finite, ascending, an array of its own */
  constructor(sorted: Float64Array) {
    const starts = this.#starts;
    const words = new Uint32Array(sorted.buffer);
    for (let i = 0; i < sorted.length; i++) starts[bucketOf(words[2 * i + 1]!) + 1]!++;
    for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!;
  }

  /** Index of the first value of a bucket, or of where it would be. */
  start(bucket: number): number {
    return this.#starts[bucket]!;
  }

  /** Index behind the last value of a bucket. */
  end(bucket: number): number {
    return this.#starts[bucket + 1]!;
  }
}
