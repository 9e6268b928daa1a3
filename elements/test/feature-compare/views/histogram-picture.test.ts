import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RunSide } from "../../../src/feature-compare/run-side.js";
import { type Bar, heightsOf } from "../../../src/feature-compare/views/histogram-picture.js";
import { sharedAxis } from "../../../src/feature-compare/views/shared-axis.js";

function side(edges: number[], counts: number[]): RunSide {
  return {
    rows: counts.reduce((sum, count) => sum + count, 0),
    missing: 0,
    histogram: { scale: "linear", edges, counts, underflow: 0, overflow: 0 },
    points: [],
    levels: null,
    quantiles: null,
  };
}

const sides = fc
  .uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 3, maxLength: 20 })
  .map((values) => values.toSorted((a, b) => a - b).map((value) => value / 100))
  .chain((edges) =>
    fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: edges.length - 1, maxLength: edges.length - 1 })
      .filter((counts) => counts.some((count) => count > 0))
      .map((counts) => side(edges, counts)),
  );

const measures = fc.record({
  mode: fc.constantFrom("share" as const, "count" as const),
  logY: fc.boolean(),
});

/** Height that a bar stands for, by length of axis. */
const density = ({ low, high }: Bar, count: number): number => count / (high - low);

test("bars lie in order and reach from 0 to 1, empty ones not above 0", () => {
  fc.assert(
    fc.property(sides, sides, measures, (a, b, measure) => {
      const axis = sharedAxis([a, b])!;
      const bars = heightsOf([a, b], axis, measure).of;
      const all = [...bars(a), ...bars(b)];
      expect(Math.max(...all.map(({ height }) => height))).toBeCloseTo(1, 9);
      expect(Math.min(...all.map(({ height }) => height))).toBeGreaterThanOrEqual(0);
      expect(all.every(({ low, high }) => low < high)).toBe(true);
    }),
  );
});

test("bins that are too narrow for their place are left out, and the others drawn", () => {
  const narrow = side([0, 5e-324, 1, 2], [7, 1, 2]);
  const bars = heightsOf([narrow], sharedAxis([narrow])!, { mode: "count", logY: false }).of(narrow);
  expect(bars.map(({ height }) => height)).toEqual([0.5, 1]);
});

test("a higher bar has more rows by length, in logarithms as without", () => {
  fc.assert(
    fc.property(sides, measures, (one, measure) => {
      const axis = sharedAxis([one])!;
      const bars = heightsOf([one], axis, measure).of(one);
      const { counts } = one.histogram!;
      fc.pre(bars.length === counts.length);
      const order = bars
        .map((bar, i) => ({ height: bar.height, density: density(bar, counts[i]!) }))
        .toSorted((a, b) => a.density - b.density);
      for (let i = 1; i < order.length; i++)
        expect(order[i]!.height).toBeGreaterThanOrEqual(order[i - 1]!.height - 1e-9);
    }),
  );
});

test("shares make runs of any length alike, counts tell them apart", () => {
  const [small, large] = [side([0, 1, 2], [10, 30]), side([0, 1, 2], [100, 300])];
  const axis = sharedAxis([small, large])!;
  const heights = (mode: "share" | "count", of: RunSide): number[] =>
    heightsOf([small, large], axis, { mode, logY: false })
      .of(of)
      .map(({ height }) => height);
  expect(heights("share", small)).toEqual(heights("share", large));
  expect(heights("count", large)[1]).toBe(1);
  expect(heights("count", small)[1]).toBeCloseTo(0.1, 12);
});

test("in logarithms a bar of a thousandth still shows", () => {
  const one = side([0, 1, 2], [1000, 1]);
  const axis = sharedAxis([one])!;
  const height = (logY: boolean): number =>
    heightsOf([one], axis, { mode: "share", logY }).of(one)[1]!.height;
  expect(height(false)).toBeCloseTo(0.001, 12);
  expect(height(true)).toBeCloseTo(Math.log(2) / Math.log(1001), 12);
});

/** What a tick's label says, as a number. */
const figure = (label: string): number => Number(label.replace(/[\s%,]/g, ""));

test("a tick stands where a bin of as much would end", () => {
  const even = fc
    .array(fc.integer({ min: 0, max: 900 }), { minLength: 2, maxLength: 20 })
    .filter((counts) => counts.some((count) => count > 0))
    .map((counts) =>
      side(
        [...counts, 0].map((_, i) => i * 2.5),
        counts,
      ),
    );
  fc.assert(
    fc.property(even, even, measures, (a, b, measure) => {
      const axis = sharedAxis([a, b])!;
      const heights = heightsOf([a, b], axis, measure);
      const ticks = heights.ticks("en");
      for (const { at } of ticks) expect(at).toBeLessThanOrEqual(1 + 1e-9);
      const bars = heights.of(a);
      for (const [i, count] of a.histogram!.counts.entries()) {
        const value = measure.mode === "share" ? (100 * count) / a.rows : count;
        for (const { at, label } of ticks) {
          const isBelow = figure(label) < value * (1 - 1e-9);
          const isAbove = figure(label) > value * (1 + 1e-9);
          const [low, high] = isBelow ? [at, bars[i]!.height] : [bars[i]!.height, at];
          expect(isBelow || isAbove ? high - low : 0).toBeGreaterThan(-1e-9);
        }
      }
    }),
  );
});

test("heights have figures: shares or rows, in logarithms as decades", () => {
  const one = side([0, 1, 2, 3], [1, 40, 359]);
  const labels = (mode: "share" | "count", logY: boolean): string[] =>
    heightsOf([one], sharedAxis([one])!, { mode, logY })
      .ticks("en")
      .map(({ label }) => label.replaceAll(/\s/g, " "));
  expect(labels("share", false)).toEqual(["20 %", "40 %", "60 %", "80 %"]);
  expect(labels("count", false)).toEqual(["100", "200", "300"]);
  expect(labels("share", true)).toEqual(["1 %", "10 %"]);
  expect(labels("count", true)).toEqual(["1", "10", "100"]);
});

test("bins of unequal width have no figures: a height is no bin's share", () => {
  const one = side([0, 1, 2, 4], [1, 40, 359]);
  expect(heightsOf([one], sharedAxis([one])!, { mode: "share", logY: false }).ticks("en")).toEqual([]);
});
