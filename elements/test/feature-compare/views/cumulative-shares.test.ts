import { assert, property, array, integer, record, tuple, pre } from "fast-check";
import { expect, test } from "vitest";
import type { RunSide } from "../../../src/feature-compare/run-side.js";
import { cumulativeShares, valueAt } from "../../../src/feature-compare/views/cumulative-shares.js";

const count = integer({ min: 0, max: 1000 });
const sides = record({
  counts: array(count, { minLength: 1, maxLength: 20 }),
  underflow: count,
  overflow: count,
  points: array(tuple(integer({ min: -5, max: 30 }), count), { maxLength: 4 }),
}).map(({ counts, underflow, overflow, points }): RunSide => ({
  rows: 1,
  missing: 0,
  histogram: { scale: "linear", edges: [...counts, 0].map((_, i) => i), counts, underflow, overflow },
  points: [...new Map(points)].map(([value, rows]) => ({ value, count: rows })),
  levels: null,
  quantiles: null,
}));

test("rises from the rows below the axis to all but those above, never falling", () => {
  assert(
    property(sides, (side) => {
      const corners = cumulativeShares(side);
      const { counts, underflow, overflow, edges } = side.histogram!;
      const finite = [...counts, underflow, overflow, ...side.points.map((point) => point.count)].reduce(
        (a, b) => a + b,
      );
      pre(finite > 0);
      const beyond = side.points.filter(({ value }) => value > edges.at(-1)!);
      const left = overflow + beyond.reduce((sum, point) => sum + point.count, 0);
      expect(corners.at(-1)!.share).toBeCloseTo(1 - left / finite, 12);
      expect(corners.every(({ share }) => share >= 0 && share <= 1 + 1e-12)).toBe(true);
      for (const [i, corner] of corners.slice(1).entries()) {
        expect(corner.share).toBeGreaterThanOrEqual(corners[i]!.share - 1e-12);
        expect(corner.value).toBeGreaterThanOrEqual(corners[i]!.value);
      }
    }),
  );
});

test("counts at an edge the rows of all bins below it, and jumps at a point", () => {
  const side: RunSide = {
    rows: 10,
    missing: 0,
    histogram: { scale: "linear", edges: [0, 10, 20], counts: [2, 4], underflow: 1, overflow: 1 },
    points: [{ value: 5, count: 2 }],
    levels: null,
    quantiles: null,
  };
  expect(cumulativeShares(side)).toEqual([
    { value: 0, share: 0.1 },
    { value: 5, share: 0.2 },
    { value: 5, share: 0.4 },
    { value: 10, share: 0.5 },
    { value: 20, share: 0.9 },
  ]);
  const corners = cumulativeShares(side);
  expect(valueAt(corners, 0.3)).toBe(5);
  expect(valueAt(corners, 0.7)).toBeCloseTo(15, 12);
  expect(valueAt(corners, 0.95)).toBeNull();
});
