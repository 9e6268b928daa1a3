import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DAY } from "../../../src/artifact/index.js";
import { rowsAfter } from "../../../src/profile/merge/rows-after.js";
import { QuantileSketch } from "../../../src/profile/ranks/quantile-sketch.js";

const CENTER = Date.UTC(2026, 8, 15);

function sketchOf(values: readonly number[]): ReturnType<QuantileSketch["without"]> {
  const sketch = new QuantileSketch({ center: CENTER, unit: 2 ** 30 });
  sketch.add(Float64Array.from(values), null);
  return sketch.without([]);
}

test("rows after a time are never told more than they are, and never fewer than those well after it", () => {
  const time = fc.integer({ min: -4000, max: 4000 }).map((days) => CENTER + days * DAY);
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 50 }), time, (values, end) => {
      const told = rowsAfter(sketchOf(values), end);
      const margin = Math.abs(end - CENTER) / 32 + 2 ** 30 / 32;
      expect(told).toBeLessThanOrEqual(values.filter((value) => value > end).length);
      expect(told).toBeGreaterThanOrEqual(values.filter((value) => value > end + margin).length);
    }),
  );
});

test("placeholders and other units of time are in the last, open bucket, and are all told", () => {
  const values = [CENTER, CENTER + DAY, Date.UTC(9999, 11, 31), 1000 * CENTER, 8.64e15];
  expect(rowsAfter(sketchOf(values), CENTER + 31 * DAY)).toBe(3);
});
