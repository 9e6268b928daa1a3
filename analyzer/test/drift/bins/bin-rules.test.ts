import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  cellRanks,
  cutRanks,
  distinctCuts,
  isPoint,
  levelThreshold,
  rangeCount,
} from "../../../src/drift/bins/bin-rules.js";
import { freezeNumbers } from "../freeze-by-hand.js";

test("a point has a tenth of the finite rows, and 30 of them", () => {
  expect(isPoint(100, 1000)).toBe(true);
  expect(isPoint(99, 1000)).toBe(false);
  expect(isPoint(30, 300)).toBe(true);
  expect(isPoint(29, 100)).toBe(false);
});

test.each([
  // n, m, k
  [0, 0, 1],
  [1000, 1000, 10],
  [1000, 600, 6],
  [1000, 400, 5],
  [1000, 130, 4],
  [1000, 29, 1],
  [1000, 0, 1],
  [100_000, 100_000, 10],
  [1000, 550, 6],
  [1000, 549, 5],
])("of %d finite rows %d others are cut into %d ranges", (n, m, k) => {
  expect(rangeCount(n, m)).toBe(k);
  expect(cutRanks(n, m)).toHaveLength(k - 1);
});

test("cuts lie at equal ranks", () => {
  expect(cutRanks(1000, 1000)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900]);
  expect(cutRanks(305, 305)).toEqual([30, 61, 91, 122, 152, 183, 213, 244, 274]);
});

test("duplicates and cuts at the least value are dropped", () => {
  expect(distinctCuts([1, 1, 2, 2, 2, 3], 1)).toEqual([2, 3]);
  expect(distinctCuts([], Number.NaN)).toEqual([]);
});

test("a level needs 1 % of all rows, and 50 of them", () => {
  expect([0, 100, 5000, 5001, 20_000].map(levelThreshold)).toEqual([50, 50, 50, 51, 200]);
});

test("cells start at ranks that ascend from 0 and stay below n", () => {
  expect(cellRanks(0)).toEqual([]);
  expect(cellRanks(512)).toEqual(Array.from({ length: 512 }, (_, i) => i));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (n) => {
      const ranks = cellRanks(n);
      expect(ranks).toHaveLength(512);
      expect(ranks[0]).toBe(0);
      expect(ranks.at(-1)).toBeLessThan(n);
      expect(ranks.every((rank, i) => i === 0 || rank >= ranks[i - 1]!)).toBe(true);
    }),
  );
});

test("frozen bins partition all rows; each range holds rows, one open at each end", () => {
  const value = fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: -20, max: 60 }), fc.double());
  fc.assert(
    fc.property(fc.array(value, { maxLength: 400 }), (rows) => {
      const { bins } = freezeNumbers(rows.map((row) => (Number.isNaN(row) ? null : row)));
      expect(bins.reduce((total, bin) => total + bin.reference, 0)).toBe(rows.length);
      const ranges = bins.filter(({ type }) => type === "interval");
      expect([ranges[0]?.low, ranges.at(-1)?.high]).toEqual([null, null]);
      expect(ranges.slice(1).map(({ low }) => low)).toEqual(ranges.slice(0, -1).map(({ high }) => high));
      expect(ranges.length === 1 || ranges.every(({ reference }) => reference > 0)).toBe(true);
    }),
  );
});
