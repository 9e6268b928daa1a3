import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  integersIn,
  powerOfTwoBelow,
  QuantileSketch,
  SKETCH_BUCKETS,
  sketchRange,
} from "../../../src/profile/ranks/quantile-sketch.js";
import { finiteValue, finiteValues } from "../arbitrary-values.js";

const place = fc.record({
  center: fc.oneof(finiteValue, fc.constantFrom(0, 1, 40, 1e9)),
  unit: fc.integer({ min: -40, max: 60 }).map((exponent) => 2 ** exponent),
});

function bucketOf(sketch: QuantileSketch): number {
  return sketch.counts.findIndex((count) => count > 0);
}

test("every value lies in the range of its bucket, and buckets keep the order of the values", () => {
  fc.assert(
    fc.property(place, finiteValues, (where, values) => {
      const buckets = [...values]
        .sort((a, b) => a - b)
        .map((value) => {
          const sketch = new QuantileSketch(where);
          sketch.add(Float64Array.of(value), null);
          const bucket = bucketOf(sketch);
          const [low, high] = sketchRange(where, bucket);
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(high);
          const [first, last] = Number.isInteger(value) ? integersIn(where, bucket) : [value, value];
          expect(value).toBeGreaterThanOrEqual(first);
          expect(value).toBeLessThanOrEqual(last);
          return bucket;
        });
      expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
    }),
  );
});

test("a bucket is at most 1/32 as wide as its distance from the center", () => {
  const where = { center: 40, unit: 8 };
  for (let bucket = 642; bucket < SKETCH_BUCKETS - 1; bucket++) {
    const [low, high] = sketchRange(where, bucket);
    expect((high - low) / (low - 40)).toBeLessThanOrEqual(1 / 32 + 1e-9);
    const [mirroredLow, mirroredHigh] = sketchRange(where, SKETCH_BUCKETS - 1 - bucket);
    expect(mirroredHigh + low).toBeCloseTo(80, 6);
    expect(mirroredLow + high).toBeCloseTo(80, 6);
  }
  expect(sketchRange(where, 641)[1]).toBeCloseTo(40.125, 12);
  expect(sketchRange(where, SKETCH_BUCKETS - 1)).toEqual(
    [40 + 8 * 2 ** 14, Infinity].map((end) => expect.closeTo(end, 6) as number),
  );
});

test("rows of points are taken out, and the counts begin and end with rows", () => {
  const sketch = new QuantileSketch({ center: 10, unit: 4 });
  sketch.add(Float64Array.of(0, 9, 10, 30), Float64Array.of(50, 2, 3, 1));
  const { first, counts } = sketch.without([{ value: 0, count: 50 }]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
  expect([counts[0], counts.at(-1)]).toEqual([2, 1]);
  expect(counts[641 - first]).toBe(3);
  expect(
    sketch.without([0, 9, 10, 30].map((value, i) => ({ value, count: [50, 2, 3, 1][i]! }))).counts,
  ).toEqual([]);
});

test("the power of two below", () => {
  fc.assert(
    fc.property(fc.double({ min: 5e-324, max: 1e308, noNaN: true }), (value) => {
      const power = powerOfTwoBelow(value);
      expect(power <= value && power * 2 > value).toBe(true);
      expect(Number.isInteger(Math.log2(power))).toBe(true);
    }),
  );
});
