import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cellEdges } from "../../../src/profile/shape/cell-edges.js";

function edgesOf(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  return cellEdges({
    count: sorted.length,
    max: sorted.at(-1)!,
    integer: sorted.every(Number.isInteger),
    valueAt: (rank) => sorted[rank]!,
  });
}

/** −0 is 0, as in a column. */
const anyNumbers = fc
  .array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 })
  .map((values) => values.map((value) => value + 0));
const wholeNumbers = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 });

test("edges ascend from the least value to the greatest, hold both clip ends, and are 1,027 at most", () => {
  fc.assert(
    fc.property(anyNumbers, (values) => {
      const { edges, clipLow, clipHigh } = edgesOf(values);
      expect(edges[0]).toBe(Math.min(...values));
      expect(edges.at(-1)).toBe(Math.max(...values));
      expect(edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edges[i - 1]! < edge))).toBe(true);
      expect(edges).toContain(clipLow);
      expect(edges).toContain(clipHigh);
      expect(edges.length).toBeLessThanOrEqual(512 + 3 + 512);
    }),
    { examples: [[[0, -4.6e305]], [[0, 1e306]]] },
  );
});

test("cells of whole numbers are cut at whole numbers, so that none is cut in which no whole number lies", () => {
  fc.assert(
    fc.property(wholeNumbers, (values) => {
      const { edges, clipLow, clipHigh } = edgesOf(values);
      expect(
        edges.filter((edge) => !Number.isInteger(edge) && edge !== clipLow && edge !== clipHigh),
      ).toEqual([]);
    }),
  );
  const levels = Array.from({ length: 1000 }, (_, i) => i % 10);
  expect(edgesOf(levels).edges).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("a wide cell is cut into narrower parts than a narrow one; a constant column has one edge", () => {
  const { edges } = edgesOf([...Array.from({ length: 200 }, (_, i) => i / 200), 100.5]);
  const between = (low: number, high: number): number =>
    edges.filter((edge) => low < edge && edge < high).length;
  expect(between(1, 100)).toBeGreaterThan(20);
  expect(between(0.5, 0.51)).toBeLessThan(5);
  expect(edgesOf([7, 7, 7]).edges).toEqual([7]);
});

test("where widths are beyond what a double holds, nothing is cut", () => {
  expect(edgesOf([-1.7e308, 0, 1.7e308]).edges.length).toBeLessThanOrEqual(5);
});
