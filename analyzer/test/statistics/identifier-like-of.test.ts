import * as fc from "fast-check";
import { expect, test } from "vitest";
import { identifierLikeOf } from "../../src/statistics/identifier-like-of.js";

const allDifferent = (rows: number): boolean | null =>
  identifierLikeOf({ rows, count: rows, distinct: rows, most: 1 });

test.each([
  ["a level of its own in every row", { rows: 100, count: 100, distinct: 100, most: 1 }, true],
  ["too few rows to wonder", { rows: 99, count: 99, distinct: 99, most: 1 }, false],
  ["one in nine of ten rows", { rows: 1000, count: 1000, distinct: 900, most: 4 }, true],
  ["one in fewer", { rows: 1000, count: 1000, distinct: 899, most: 4 }, false],
  [
    "one in every row that has a value, among missing ones",
    { rows: 10_000, count: 200, distinct: 200, most: 1 },
    true,
  ],
  ["a level with a bin of its own", { rows: 1000, count: 1000, distinct: 940, most: 60 }, false],
  ["an unknown number of values", { rows: 1000, count: 1000, distinct: null, most: 1 }, null],
])("levels are like an identifier, or not, with %s", (_, counts, expected) => {
  expect(identifierLikeOf(counts)).toBe(expected);
});

test("what is an identifier stays one when more of its rows are seen", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 1e6 }), fc.integer({ min: 2, max: 100 }), (rows, times) => {
      expect([allDifferent(rows), allDifferent(times * rows)]).toEqual([true, true]);
    }),
  );
});
