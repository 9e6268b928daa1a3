import { assert, double, integer, property, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import type { RunSide, SideHistogram } from "../../../src/feature-compare/run-side.js";
import { sharedAxis } from "../../../src/feature-compare/views/shared-axis.js";

function side(edges: number[], scale: SideHistogram["scale"] = "linear"): RunSide {
  const counts = edges.slice(1).map((_, i) => i + 1);
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return {
    rows,
    missing: 0,
    histogram: { scale, edges, counts, underflow: 0, overflow: 0 },
    points: [],
    levels: null,
    quantiles: null,
  };
}

test("holds all sides", () => {
  const edges = uniqueArray(double({ min: -1e6, max: 1e6, noNaN: true }), {
    minLength: 3,
    maxLength: 20,
  }).map((values) => values.toSorted((a, b) => a - b));
  assert(
    property(edges, edges, integer({ min: 2, max: 9 }), (a, b, most) => {
      const axis = sharedAxis([side(a), side(b)])!;
      expect(axis.place(Math.min(a[0]!, b[0]!))).toBe(0);
      expect(axis.place(Math.max(a.at(-1)!, b.at(-1)!))).toBe(1);
      const ticks = axis.ticks(most, "en");
      expect(ticks.length).toBeLessThanOrEqual(Math.max(most, 5));
      expect(ticks.every(({ at }) => at >= 0 && at <= 1)).toBe(true);
    }),
    { examples: [[[-2.781342323134e-309, 0, 5e-324], [-1, 0, 13.8], 2]] },
  );
});

test("is logarithmic only where all are", () => {
  const log = side([1, 10, 100], "log");
  expect(sharedAxis([log, log])!.place(10)).toBeCloseTo(0.5, 12);
  expect(sharedAxis([log, side([1, 50, 100])])!.place(10)).toBeCloseTo(9 / 99, 12);
  expect(
    sharedAxis([log])!
      .ticks(5, "en")
      .map(({ label }) => label),
  ).toEqual(["1", "10", "100"]);
});

test("leaves times beside numbers out, and is none without a histogram", () => {
  const axis = sharedAxis([side([0, 5, 10]), side([1.7e12, 1.8e12], "time")])!;
  expect(axis.place(10)).toBe(1);
  expect(sharedAxis([{ ...side([0, 1]), histogram: null }])).toBeNull();
});
