import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jensenShannonDistance } from "../../../src/drift/measures/jensen-shannon-distance.js";
import { twoSides, twoSidesShuffled } from "../arbitrary-counts.js";
import { expected } from "../expected.js";

test("it is SciPy's", () => {
  for (const { reference, current, jensenShannon } of expected.fromCounts) {
    expect(jensenShannonDistance(reference, current)).toBeCloseTo(jensenShannon, 12);
  }
});

test("without rows on a side there is none", () => {
  expect(jensenShannonDistance([1, 2], [0, 0])).toBeNull();
  expect(jensenShannonDistance([0, 0], [1, 2])).toBeNull();
});

test("it is 0 to itself, however many rows", () => {
  fc.assert(
    fc.property(twoSides, fc.integer({ min: 1, max: 50 }), ({ reference }, times) => {
      expect(
        jensenShannonDistance(
          reference,
          reference.map((r) => r * times),
        ),
      ).toBe(0);
    }),
  );
});

test("it is 1 where no bin has rows of both", () => {
  expect(jensenShannonDistance([5, 2, 0], [0, 0, 9])).toBeCloseTo(1, 15);
});

test("it lies between 0 and 1, and is the same from either side", () => {
  fc.assert(
    fc.property(twoSides, ({ reference, current }) => {
      const distance = jensenShannonDistance(reference, current)!;
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThanOrEqual(1);
      expect(jensenShannonDistance(current, reference)).toBeCloseTo(distance, 12);
    }),
  );
});

test("the order of the bins does not matter", () => {
  fc.assert(
    fc.property(twoSidesShuffled, ({ sides, shuffled }) => {
      const distance = jensenShannonDistance(sides.reference, sides.current)!;
      // The root takes half of the digits where the distance is almost 0.
      expect(jensenShannonDistance(shuffled.reference, shuffled.current)! ** 2).toBeCloseTo(
        distance ** 2,
        12,
      );
    }),
  );
});
