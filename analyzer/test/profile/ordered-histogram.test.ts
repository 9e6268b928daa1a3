import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bucketOf, bucketRange, OrderedHistogram } from "../../src/profile/ordered-histogram.js";
import { finiteValue } from "./arbitrary-values.js";

function bucket(value: number): number {
  return bucketOf(new Uint32Array(Float64Array.of(value).buffer)[1]!);
}

test("buckets are ordered like their values and hold them", () => {
  fc.assert(
    fc.property(finiteValue, finiteValue, (a, b) => {
      expect(bucket(Math.min(a, b))).toBeLessThanOrEqual(bucket(Math.max(a, b)));
      const [low, high] = bucketRange(bucket(a));
      expect(low).toBeLessThanOrEqual(a);
      expect(high).toBeGreaterThanOrEqual(a);
    }),
  );
});

test("the ends of a bucket lie in it, and the next bucket begins behind", () => {
  for (const value of [-1e308, -3, -5e-324, 0, 5e-324, 1, 600, 1e308]) {
    const [low, high] = bucketRange(bucket(value));
    expect(bucket(low)).toBe(bucket(value));
    expect(bucket(high)).toBe(bucket(value));
    const [next] = bucketRange(bucket(value) + 1);
    expect(next > high || next === 0).toBe(true);
  }
});

test("every value is counted once", () => {
  fc.assert(
    fc.property(fc.array(finiteValue, { maxLength: 50 }), (values) => {
      const histogram = new OrderedHistogram();
      histogram.add(Float64Array.from(values), null);
      expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
    }),
    { numRuns: 20 },
  );
});
