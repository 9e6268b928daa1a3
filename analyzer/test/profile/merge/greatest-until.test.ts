import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DAY } from "../../../src/artifact/index.js";
import { greatestUntil } from "../../../src/profile/merge/greatest-until.js";
import { QuantileSketch } from "../../../src/profile/ranks/quantile-sketch.js";

const CENTER = Date.UTC(2026, 8, 15);
/** No bucket that holds a value is wider. */
const widthAt = (value: number): number => Math.abs(value - CENTER) / 31 + 2 ** 30 / 31;

test("the greatest value up to another is never told less than it is, nor more than the other, or than the buckets are wide", () => {
  const time = fc.integer({ min: -4000, max: 4000 }).map((days) => CENTER + days * DAY);
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 50 }), time, (values, end) => {
      const sketch = new QuantileSketch({ center: CENTER, unit: 2 ** 30 });
      sketch.add(Float64Array.from(values), null);
      const told = greatestUntil(sketch.without([]), end) ?? -Infinity;
      // A value above the end may share its bucket.
      const ends = values
        .filter((value) => value <= end + widthAt(value))
        .map((value) => value + widthAt(value));
      expect(told).toBeGreaterThanOrEqual(Math.max(-Infinity, ...values.filter((value) => value <= end)));
      expect(told).toBeLessThanOrEqual(Math.min(end, Math.max(-Infinity, ...ends)));
    }),
  );
});
