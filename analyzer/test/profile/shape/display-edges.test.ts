import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayEdges } from "../../../src/profile/shape/display-edges.js";

const range = fc
  .tuple(
    fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([values, integer]) => {
    const [min = 0, low = 0, median = 0, high = 0, max = 0] = values
      .map((value) => (integer ? Math.trunc(value) : value))
      .sort((a, b) => a - b);
    return { integer, min, low, median, high, max };
  });

test("edges ascend, are 50 bins at most, and lie within the extremes by a half", () => {
  fc.assert(
    fc.property(range, (given) => {
      const { edges } = displayEdges("numeric", given);
      expect(edges.length).toBeGreaterThanOrEqual(2);
      expect(edges.length).toBeLessThanOrEqual(51);
      expect(edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]!))).toBe(true);
      expect(edges[0]!).toBeLessThanOrEqual(given.low);
      expect(edges.at(-1)!).toBeGreaterThanOrEqual(given.high);
    }),
  );
});

describe("the rule", () => {
  test("fifty equal widths over p0.1 to p99.9, widened by a twentieth", () => {
    const { scale, edges } = displayEdges("numeric", {
      integer: false,
      min: -100,
      low: 0,
      median: 50,
      high: 100,
      max: 101,
    });
    expect([scale, edges.length, edges[0], edges.at(-1)]).toEqual(["linear", 51, -5, 101]);
    expect(edges[1]! - edges[0]!).toBeCloseTo(106 / 50, 12);
  });

  test("whole widths around integers, fifty bins at most", () => {
    const ages = displayEdges("numeric", { integer: true, min: 18, low: 18, median: 40, high: 80, max: 80 });
    expect(ages.edges).toEqual(Array.from({ length: 33 }, (_, i) => 17.5 + 2 * i));
    const one = displayEdges("numeric", { integer: true, min: 7, low: 7, median: 7, high: 7, max: 7 });
    expect(one.edges).toEqual([6.5, 7.5]);
  });

  test("the extremes where the range has no width, then a half to both sides", () => {
    const wide = displayEdges("numeric", { integer: false, min: 0.5, low: 1, median: 1, high: 1, max: 2 });
    expect([wide.edges[0], wide.edges.at(-1)]).toEqual([0.5, 2]);
    const point = displayEdges("numeric", {
      integer: false,
      min: 1.5,
      low: 1.5,
      median: 1.5,
      high: 1.5,
      max: 1.5,
    });
    expect([point.edges[0], point.edges.at(-1)]).toEqual([1, 2]);
  });

  test("equal widths in the logarithm beyond three decades of positive values", () => {
    const { scale, edges } = displayEdges("numeric", {
      integer: false,
      min: 0.01,
      low: 1,
      median: 100,
      high: 10_000,
      max: 1e6,
    });
    expect(scale).toBe("log");
    expect(edges.length).toBe(51);
    expect(edges[0]!).toBeCloseTo(10 ** -0.2, 12);
    expect(edges.at(-1)! / 10 ** 4.2).toBeCloseTo(1, 12);
    const ratios = edges.slice(1).map((edge, i) => edge / edges[i]!);
    expect(Math.max(...ratios) / Math.min(...ratios)).toBeCloseTo(1, 9);
    expect(
      displayEdges("numeric", { integer: false, min: 0, low: 1, median: 100, high: 10_000, max: 1e6 }).scale,
    ).toBe("linear");
    expect(
      displayEdges("numeric", { integer: false, min: 1, low: 1, median: 30, high: 1000, max: 1000 }).scale,
    ).toBe("linear");
  });

  test("shares that come close to 0 do not crowd there: their scale is linear, whatever the smallest happens to be", () => {
    const share = { integer: false, min: 1e-6, median: 0.5, high: 0.999, max: 1 };
    for (const low of [1e-5, 0.0009, 0.0011])
      expect(displayEdges("numeric", { ...share, low }).scale).toBe("linear");
    expect(displayEdges("numeric", { ...share, low: 1e-5, median: 0.03 }).scale).toBe("log");
  });

  test("time in widths of clock and calendar: days of a month, weeks from Monday", () => {
    const day = 86_400_000;
    const [min, max] = [Date.UTC(2026, 0, 1, 3), Date.UTC(2026, 0, 31, 20)];
    const month = displayEdges("datetime", { integer: true, min, low: min, median: min, high: max, max });
    expect([month.scale, month.edges.length, month.edges[0], month.edges[1]]).toEqual([
      "time",
      32,
      Date.UTC(2026, 0, 1),
      Date.UTC(2026, 0, 2),
    ]);
    const end = min + 180 * day;
    const half = displayEdges("datetime", { integer: true, min, low: min, median: min, high: end, max: end });
    expect(half.edges[0]).toBe(Date.UTC(2025, 11, 29));
    expect(half.edges[1]! - half.edges[0]!).toBe(7 * day);
  });

  test("times from a millisecond to millennia fit into fifty bins", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.integer({ min: 0, max: 1e13 }),
        (from, length) => {
          const edge = {
            integer: true,
            min: from,
            low: from,
            median: from,
            high: from + length,
            max: from + length,
          };
          const { edges } = displayEdges("datetime", edge);
          expect(edges.length).toBeLessThanOrEqual(51);
          expect(edges[0]!).toBeLessThanOrEqual(from);
          expect(edges.at(-1)!).toBeGreaterThan(from + length);
        },
      ),
    );
  });
});
