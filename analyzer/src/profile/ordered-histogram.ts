import type { ValueReader } from "./value-reader.js";

/** Buckets of {@link OrderedHistogram}. */
export const BUCKETS = 2 ** 20;

/**
 * Buckets of values (exponent and 8 bits of the mantissa) in the order of the values: sign, exponent and mantissa of a
 * double are ordered like the value once the sign bit is turned, and all bits of a negative one.
 * @param highWord upper 32 bits of a finite double
 */
export function bucketOf(highWord: number): number {
  return (highWord >= 0x80000000 ? ~highWord >>> 12 : (highWord ^ 0x80000000) >>> 12) & (BUCKETS - 1);
}

/** Least and greatest double of a bucket. */
export function bucketRange(bucket: number): [low: number, high: number] {
  const isNegative = bucket < BUCKETS / 2;
  const first = (bucket << 12) >>> 0;
  const word = (ordered: number): number => (isNegative ? ~ordered : ordered ^ 0x80000000) >>> 0;
  const bits = new DataView(new ArrayBuffer(8));
  const double = (high: number, low: number): number => {
    bits.setUint32(0, high);
    bits.setUint32(4, low);
    return bits.getFloat64(0);
  };
  const least = double(word(first), isNegative ? 0xffffffff : 0);
  const greatest = double(word((first | 0xfff) >>> 0), isNegative ? 0 : 0xffffffff);
  return [least, greatest];
}

/** Counts finite values in 2^20 buckets that keep their order. */
export class OrderedHistogram implements ValueReader {
  readonly counts = new Uint32Array(BUCKETS);

  add(values: Float64Array, counts: Float64Array | null): void {
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    for (let i = 0; i < values.length; i++) {
      this.counts[bucketOf(words[2 * i + 1]!)]! += counts === null ? 1 : counts[i]!;
    }
  }
}
