import * as fc from "fast-check";
import { expect, test } from "vitest";
import { populationStabilityIndex } from "../../../src/drift/measures/population-stability-index.js";
import { twoSides, twoSidesShuffled } from "../arbitrary-counts.js";

const indexOf = (reference: number[], current: number[]): number =>
  populationStabilityIndex(reference, current).value!;

test("it is its definition", () => {
  const { value, contributions, smoothing } = populationStabilityIndex([10, 0, 30], [0, 5, 45]);
  const p = [10.5, 0.5, 30.5].map((r) => r / (40 + 1.5));
  const q = [0.5, 5.5, 45.5].map((c) => c / (50 + 1.5));
  const terms = p.map((p, i) => (q[i]! - p) * Math.log(q[i]! / p));
  for (const [i, term] of terms.entries()) expect(contributions[i]).toBeCloseTo(term, 14);
  expect(value).toBeCloseTo(terms[0]! + terms[1]! + terms[2]!, 14);
  expect(smoothing).toEqual({ name: "add-half", perBin: 0.5, bins: 3 });
});

test("bins that are empty on both sides leave the sum and B", () => {
  const { value, contributions, smoothing } = populationStabilityIndex([10, 0, 30], [20, 0, 30]);
  expect(value).toBe(indexOf([10, 30], [20, 30]));
  expect(contributions[1]).toBe(0);
  expect(smoothing.bins).toBe(2);
});

test("without rows on a side there is none", () => {
  expect(populationStabilityIndex([1, 2], [0, 0])).toMatchObject({ value: null, contributions: [0, 0] });
  expect(populationStabilityIndex([], []).value).toBeNull();
});

test("no contribution is negative, and they add up to the index", () => {
  fc.assert(
    fc.property(twoSides, ({ reference, current }) => {
      const { value, contributions } = populationStabilityIndex(reference, current);
      expect(contributions.every((term) => Object.is(Math.abs(term), term))).toBe(true);
      expect(contributions.reduce((a, b) => a + b, 0)).toBeCloseTo(value!, 12);
    }),
  );
});

test("from a side to itself it is 0", () => {
  fc.assert(
    fc.property(twoSides, ({ reference }) => {
      expect(indexOf(reference, reference)).toBe(0);
    }),
  );
});

test("it is the same from either side", () => {
  fc.assert(
    fc.property(twoSides, ({ reference, current }) => {
      expect(indexOf(reference, current)).toBeCloseTo(indexOf(current, reference), 12);
    }),
  );
});

test("the order of the bins does not matter", () => {
  fc.assert(
    fc.property(twoSidesShuffled, ({ sides, shuffled }) => {
      const index = indexOf(sides.reference, sides.current);
      expect(indexOf(shuffled.reference, shuffled.current)).toBeCloseTo(index, 12);
    }),
  );
});
