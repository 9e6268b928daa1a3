import * as fc from "fast-check";
import { expect, test } from "vitest";
import { noiseBound } from "../../../src/drift/noise/noise-bound.js";
import { noisePValue } from "../../../src/drift/noise/noise-p-value.js";

const rows = fc.integer({ min: 1, max: 10_000_000 });
const bins = fc.integer({ min: 2, max: 110 });

test("it is (1/N + 1/M)·χ²(0.95, B − 1)", () => {
  expect(noiseBound(11, 1000, 500)).toBeCloseTo((1 / 1000 + 1 / 500) * 18.307038053275143, 14);
});

test("with fewer than two bins, or without rows, there is none", () => {
  expect([noiseBound(1, 10, 10), noiseBound(5, 0, 10), noiseBound(5, 10, 0)]).toEqual([null, null, null]);
  expect([noisePValue(1, 1, 10, 10), noisePValue(1, 5, 0, 10)]).toEqual([null, null]);
});

test("an index at the bound has a p-value of 5 %; rows make the bound smaller, bins greater", () => {
  fc.assert(
    fc.property(bins, rows, rows, (b, n, m) => {
      const bound = noiseBound(b, n, m)!;
      expect(noisePValue(bound, b, n, m)).toBeCloseTo(0.05, 12);
      expect(noiseBound(b, n + 1, m)).toBeLessThan(bound);
      expect(noiseBound(b + 1, n, m)).toBeGreaterThan(bound);
      expect(noiseBound(b, m, n)).toBe(bound);
    }),
  );
});

test("a greater index is less likely to be noise", () => {
  const index = fc.double({ min: 0, max: 5, noNaN: true });
  fc.assert(
    fc.property(bins, rows, rows, index, index, (b, n, m, x, y) => {
      const [likely, unlikely] = [Math.min(x, y), Math.max(x, y)].map((index) =>
        noisePValue(index, b, n, m)!,
      );
      expect(unlikely).toBeLessThanOrEqual(likely! + 1e-14);
    }),
  );
});
