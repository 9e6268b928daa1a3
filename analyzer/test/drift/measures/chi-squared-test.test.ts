import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chiSquaredTest } from "../../../src/drift/measures/chi-squared-test.js";
import { twoSides, twoSidesShuffled } from "../arbitrary-counts.js";
import { expected } from "../expected.js";

test("it is SciPy's", () => {
  for (const { reference, current, chiSquared } of expected.fromCounts) {
    const result = chiSquaredTest(reference, current)!;
    expect(result.degreesOfFreedom).toBe(chiSquared.degreesOfFreedom);
    expect(Math.abs(result.statistic - chiSquared.statistic)).toBeLessThanOrEqual(
      1e-12 * chiSquared.statistic,
    );
    expect(Math.abs(result.pValue - chiSquared.pValue)).toBeLessThanOrEqual(1e-10 * chiSquared.pValue);
  }
});

test("with fewer than two bins, or no rows on a side, there is none", () => {
  expect(chiSquaredTest([5, 0], [3, 0])).toBeNull();
  expect(chiSquaredTest([5, 2], [0, 0])).toBeNull();
});

test("it is 0 and certain for equal shares, never negative, and blind to the order of bins and sides", () => {
  fc.assert(
    fc.property(twoSidesShuffled, ({ sides, shuffled }) => {
      const result = chiSquaredTest(sides.reference, sides.current);
      const other = chiSquaredTest(shuffled.current, shuffled.reference);
      expect(other?.degreesOfFreedom).toBe(result?.degreesOfFreedom);
      if (result === null || other === null) return;
      expect(result.statistic).toBeGreaterThanOrEqual(0);
      expect(Math.abs(other.statistic - result.statistic)).toBeLessThanOrEqual(1e-9 * (1 + result.statistic));
    }),
  );
  fc.assert(
    fc.property(twoSides, ({ reference }) => {
      const result = chiSquaredTest(reference, reference);
      expect(result?.statistic ?? 0).toBe(0);
      expect(result?.pValue ?? 1).toBe(1);
    }),
  );
});
