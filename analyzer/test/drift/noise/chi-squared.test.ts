import * as fc from "fast-check";
import { expect, test } from "vitest";
import { chiSquaredQuantile, chiSquaredSurvival } from "../../../src/drift/noise/chi-squared.js";
import { expected } from "../expected.js";

test("quantiles are SciPy's", () => {
  for (const { probability, degreesOfFreedom, quantile } of expected.quantiles) {
    const error = chiSquaredQuantile(probability, degreesOfFreedom) / quantile - 1;
    // Near 1 the quantile hangs on the last digits of the probability itself.
    expect(Math.abs(error)).toBeLessThan(1e-12);
  }
});

test("the survival function is SciPy's, to 1e-12 of itself down to 1e-230", () => {
  for (const { x, degreesOfFreedom, survival } of expected.survival) {
    expect(Math.abs(chiSquaredSurvival(x, degreesOfFreedom) - survival)).toBeLessThanOrEqual(
      1e-12 * survival,
    );
  }
});

test("a quantile is survived as often as it says", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
      fc.integer({ min: 1, max: 150 }),
      (p, df) => {
        expect(Math.abs(chiSquaredSurvival(chiSquaredQuantile(p, df), df) - (1 - p))).toBeLessThan(1e-12);
      },
    ),
  );
});

test("survival falls as x grows and lies between 0 and 1", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 2000, noNaN: true }),
      fc.double({ min: 0, max: 2000, noNaN: true }),
      fc.integer({ min: 1, max: 150 }),
      (a, b, df) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((x) => chiSquaredSurvival(x, df));
        expect(high).toBeLessThanOrEqual(low! + 1e-14);
        expect(high).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(1);
      },
    ),
  );
  expect(chiSquaredSurvival(0, 5)).toBe(1);
});
