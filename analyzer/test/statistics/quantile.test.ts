import * as fc from "fast-check";
import { expect, test } from "vitest";
import { quantile, quantileRanks } from "../../src/statistics/quantile.js";

const at = (rank: number): number => [1, 2, 4, 8][rank]!;

test("interpolates linearly between the two ranks around (n − 1)·p", () => {
  expect([0, 0.25, 0.5, 1].map((p) => quantile(4, p, at))).toEqual([1, 1.75, 3, 8]);
  expect(quantile(0, 0.5, at)).toBeNull();
  expect(quantile(1, 0.999, at)).toBe(1);
});

test("lies between its neighbours, whatever they are, and needs no other ranks", () => {
  const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
    minLength: 1,
    maxLength: 50,
  });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (numbers, p) => {
      const sorted = numbers.sort((a, b) => a - b);
      const needed = quantileRanks(sorted.length, p);
      const [low, high] = needed.map((rank) => sorted[rank]!);
      const value = quantile(sorted.length, p, (rank) => (needed.includes(rank) ? sorted[rank]! : NaN))!;
      expect(value).toBeGreaterThanOrEqual(low!);
      expect(value).toBeLessThanOrEqual(high!);
    }),
  );
});
