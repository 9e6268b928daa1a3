import * as fc from "fast-check";
import { expect, test } from "vitest";
import { benjaminiHochberg } from "../../../src/drift/noise/benjamini-hochberg.js";
import { expected } from "../expected.js";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });

test("it is SciPy's", () => {
  for (const { pValues, adjusted } of expected.falseDiscovery) {
    for (const [i, value] of benjaminiHochberg(pValues).entries()) {
      expect(value).toBeCloseTo(adjusted[i]!, 14);
    }
  }
});

test("none becomes smaller, none exceeds 1, and a smaller one stays no greater", () => {
  fc.assert(
    fc.property(pValues, (values) => {
      const adjusted = benjaminiHochberg(values);
      expect(adjusted).toHaveLength(values.length);
      for (const [i, a] of values.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(a);
        expect(adjusted[i]).toBeLessThanOrEqual(1);
        const greater = adjusted.filter((_, j) => values[j]! >= a);
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(...greater));
      }
    }),
  );
});

test("one feature alone keeps its p-value", () => {
  expect(benjaminiHochberg([0.03])).toEqual([0.03]);
});
