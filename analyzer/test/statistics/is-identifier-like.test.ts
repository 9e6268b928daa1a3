import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isIdentifierLike } from "../../src/statistics/is-identifier-like.js";

const allDifferent = (rows: number): boolean | null =>
  isIdentifierLike({ rows, count: rows, distinct: rows, most: 1 });

test.each([
  ["every row its own", { rows: 100, count: 100, distinct: 100, most: 1 }, true],
  ["too few rows to wonder", { rows: 99, count: 99, distinct: 99, most: 1 }, false],
  ["nine of ten", { rows: 1000, count: 1000, distinct: 900, most: 4 }, true],
  ["fewer", { rows: 1000, count: 1000, distinct: 899, most: 4 }, false],
  ["among missing rows", { rows: 10_000, count: 200, distinct: 200, most: 1 }, true],
  ["a level with a bin of its own", { rows: 1000, count: 1000, distinct: 940, most: 60 }, false],
  ["an unknown number of values", { rows: 1000, count: 1000, distinct: null, most: 1 }, null],
])("%s", (_, counts, expected) => {
  expect(isIdentifierLike(counts)).toBe(expected);
});

test("what is an identifier stays one when more of its rows are seen", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 1e6 }), fc.integer({ min: 2, max: 100 }), (rows, times) => {
      expect([allDifferent(rows), allDifferent(times * rows)]).toEqual([true, true]);
    }),
  );
});
