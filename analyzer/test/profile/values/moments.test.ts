import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Moments } from "../../../src/profile/values/moments.js";

function momentsOf(values: Float64Array, part = values.length): Moments {
  const moments = new Moments();
  for (let start = 0; start < values.length; start += part) {
    moments.add(values.subarray(start, start + part), null);
  }
  return moments;
}

const column = fc
  .tuple(
    fc.constantFrom(0, 1, -1e6, 1e9),
    fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 3, maxLength: 200 }),
  )
  .map(([center, noise]) => Float64Array.from(noise, (value) => center + value * 1e-6));

test("parts merge to the whole", () => {
  fc.assert(
    fc.property(column, fc.integer({ min: 1, max: 50 }), (values, part) => {
      const [whole, merged] = [momentsOf(values), momentsOf(values, part)];
      const std = whole.std ?? 0;
      expect(merged.count).toBe(whole.count);
      expect(Math.abs(merged.mean! - whole.mean!)).toBeLessThanOrEqual(
        2 * Number.EPSILON * Math.abs(whole.mean!) + 1e-15 * std,
      );
      expect(Math.abs((merged.std ?? 0) - std)).toBeLessThanOrEqual(1e-12 * std);
      if (std < 1e-3) return;
      expect(merged.skewness!).toBeCloseTo(whole.skewness!, 9);
      expect(merged.kurtosis!).toBeCloseTo(whole.kurtosis!, 9);
    }),
  );
});

test("a count weighs like as many rows", () => {
  fc.assert(
    fc.property(column, (values) => {
      const weighted = new Moments();
      weighted.add(
        values,
        values.map((_, i) => 1 + (i % 3)),
      );
      const rows = momentsOf(
        Float64Array.from([...values].flatMap((value, i) => Array<number>(1 + (i % 3)).fill(value))),
      );
      expect(weighted.count).toBe(rows.count);
      expect(weighted.mean!).toBeCloseTo(rows.mean!, 6);
      expect(Math.abs(weighted.std! - rows.std!)).toBeLessThanOrEqual(1e-11 * rows.std!);
    }),
  );
});

test("1e9 and a thousandth of noise keep their digits", () => {
  const noise = Float64Array.from({ length: 4096 }, (_, i) => ((i * 2654435761) % 4096) / 4096);
  const shifted = momentsOf(noise.map((value) => 1e9 + value * 2 ** -10));
  const plain = momentsOf(noise.map((value) => 1e9 + value * 2 ** -10 - 1e9));
  expect(shifted.std! / plain.std! - 1).toBeCloseTo(0, 13);
  expect(shifted.kurtosis! / plain.kurtosis! - 1).toBeCloseTo(0, 10);
});

test("no values, one value, and values at the ends of what a double holds", () => {
  expect(momentsOf(new Float64Array()).mean).toBeNull();
  const one = momentsOf(Float64Array.of(7));
  expect([one.mean, one.std, one.skewness]).toEqual([7, null, null]);
  const same = momentsOf(Float64Array.of(0.1, 0.1, 0.1));
  expect([same.mean, same.std, same.skewness, same.kurtosis]).toEqual([0.1, 0, null, null]);
  const huge = momentsOf(Float64Array.of(1e308, -1e308));
  expect(huge.mean).toBe(0);
  expect(huge.std).toBe(Math.SQRT2 * 1e308);
  const tiny = momentsOf(Float64Array.of(5e-324, 0));
  expect(tiny.std).toBe(5e-324);
});
