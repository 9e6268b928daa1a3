import * as fc from "fast-check";
import { expect, test } from "vitest";
import { retryDelay } from "../../src/live/retry-delay.js";

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("is between half a second and a minute, whatever is asked for, and never shorter after more failures", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), chance, (failures, first, random) => {
      const delay = retryDelay(failures, first, random);
      expect(delay).toBeGreaterThanOrEqual(500);
      expect(delay).toBeLessThanOrEqual(60_000);
      expect(retryDelay(failures + 1, first, random)).toBeGreaterThanOrEqual(delay);
    }),
  );
});

test("begins at what the stream asks for and doubles", () => {
  expect([1, 2, 3, 20].map((failures) => retryDelay(failures, 3000, 0))).toEqual([1500, 3000, 6000, 30_000]);
});
