import * as fc from "fast-check";
import { expect, test } from "vitest";
import { largestShareDifference } from "../../../src/drift/measures/largest-share-difference.js";
import { twoSidesShuffled } from "../arbitrary-counts.js";

test("it is the greatest difference of a bin's shares, either way", () => {
  expect(largestShareDifference([50, 30, 20], [60, 10, 30])).toBeCloseTo(0.2, 15);
  expect(largestShareDifference([1], [0])).toBeNull();
});

test("it lies between 0 and 1, is 0 to itself, and is blind to the order of bins and sides", () => {
  fc.assert(
    fc.property(twoSidesShuffled, ({ sides, shuffled }) => {
      const difference = largestShareDifference(sides.reference, sides.current)!;
      expect(difference).toBeGreaterThanOrEqual(0);
      expect(difference).toBeLessThanOrEqual(1);
      expect(largestShareDifference(shuffled.current, shuffled.reference)).toBe(difference);
      expect(largestShareDifference(sides.reference, sides.reference)).toBe(0);
    }),
  );
});
