import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DISTINCT_ERROR, DistinctSketch } from "../../../src/profile/distinct/distinct-sketch.js";

const sketchOf = (values: Float64Array): DistinctSketch => {
  const sketch = new DistinctSketch();
  sketch.add(values, null);
  return sketch;
};

test.each([
  ["whole numbers", (i: number) => i],
  ["amounts to the cent", (i: number) => i / 100],
  ["a thousandth of noise around 1e9", (i: number) => 1e9 + i * 1e-3],
  ["hours in epoch milliseconds", (i: number) => 1.7e12 + i * 3_600_000],
  ["negative multiples of 1,024", (i: number) => -i * 1024 - 1],
])("%s are counted within four standard errors, whatever their number", (_, value) => {
  for (const n of [70_000, 250_000, 1_000_000]) {
    const { estimate } = sketchOf(Float64Array.from({ length: n }, (__, i) => value(i)));
    expect(Math.abs(estimate / n - 1)).toBeLessThan(4 * DISTINCT_ERROR);
  }
});

test("neither order nor repetition changes the number", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (values) => {
      const once = Float64Array.from(values);
      const again = Float64Array.from([...values.toReversed(), ...values]);
      expect(sketchOf(again).estimate).toBe(sketchOf(once).estimate);
    }),
  );
});

test("no value is none", () => {
  expect(new DistinctSketch().estimate).toBe(0);
});
