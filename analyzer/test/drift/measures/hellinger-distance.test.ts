import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hellingerDistance } from "../../../src/drift/measures/hellinger-distance.js";
import { twoSides, twoSidesShuffled } from "../arbitrary-counts.js";
import { expected } from "../expected.js";

test("it is SciPy's", () => {
  for (const { reference, current, hellinger } of expected.fromCounts) {
    expect(hellingerDistance(reference, current)).toBeCloseTo(hellinger, 12);
  }
});

test("without rows on a side there is none", () => {
  expect(hellingerDistance([1, 2], [0, 0])).toBeNull();
  expect(hellingerDistance([0, 0], [1, 2])).toBeNull();
});

test("it is 0 to itself, however many rows", () => {
  fc.assert(
    fc.property(twoSides, fc.integer({ min: 1, max: 50 }), ({ reference }, times) => {
      expect(
        hellingerDistance(
          reference,
          reference.map((r) => r * times),
        ),
      ).toBe(0);
    }),
  );
});

test("it is 1 where no bin has rows of both", () => {
  expect(hellingerDistance([5, 2, 0], [0, 0, 9])).toBeCloseTo(1, 15);
});

test("it lies between 0 and 1, and is the same from either side", () => {
  fc.assert(
    fc.property(twoSides, ({ reference, current }) => {
      const distance = hellingerDistance(reference, current)!;
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThanOrEqual(1);
      expect(hellingerDistance(current, reference)).toBeCloseTo(distance, 12);
    }),
  );
});

test("the order of the bins does not matter", () => {
  fc.assert(
    fc.property(twoSidesShuffled, ({ sides, shuffled }) => {
      const distance = hellingerDistance(sides.reference, sides.current)!;
      // The root takes half of the digits where the distance is almost 0.
      expect(hellingerDistance(shuffled.reference, shuffled.current)! ** 2).toBeCloseTo(distance ** 2, 12);
    }),
  );
});
