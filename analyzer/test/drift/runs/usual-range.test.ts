import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type IndexOfRun, usualRange } from "../../../src/drift/index.js";
import { normal, randomOf } from "../random.js";

const row = (index: number | null, part: Partial<IndexOfRun> = {}): IndexOfRun => ({
  populationStabilityIndex: index,
  noiseBound: 0.01,
  verdict: "stable",
  referenceId: "a",
  ...part,
});
const tenths = Array.from({ length: 11 }, (_, i) => row(i / 100));

test("p10 to p90 of the earlier stable runs with the same reference, of their earlier half", () => {
  const later = Array.from({ length: 11 }, () => row(0.2));
  const { low, high } = usualRange([...tenths, ...later, row(9)])!;
  expect(low).toBeCloseTo(0.01, 15);
  expect(high).toBeCloseTo(0.09, 15);
  const others = [row(5, { verdict: "watch" }), row(6, { referenceId: "b" }), row(null)];
  expect(usualRange([...others, ...tenths, ...later, row(9, { verdict: "shifted" })])).toEqual({ low, high });
});

test("with fewer than 8 such runs nothing is usual yet", () => {
  expect(usualRange([...tenths.slice(0, 7), row(0)])).toBeNull();
  expect(usualRange([...tenths.slice(0, 8), row(0)])).not.toBeNull();
  expect(usualRange([...tenths, row(0, { referenceId: "b" })])).toBeNull();
  expect(usualRange([])).toBeNull();
});

test("nothing of runs whose noise is more than twice as high or low is usual: nights tell nothing of days", () => {
  const bounds = [0.021, 0.0049, 0, null];
  const nights = bounds.flatMap((noiseBound) => Array.from({ length: 20 }, () => row(0.06, { noiseBound })));
  expect(usualRange([...nights, row(0)])).toBeNull();
  expect(usualRange([...nights, ...tenths.slice(0, 8), row(0)])?.high).toBeCloseTo(0.063, 15);
  expect(usualRange([...nights, row(0, { noiseBound: 0.03 })])).toEqual({ low: 0.06, high: 0.06 });
});

test("of a drift that creeps up, the newest runs are above the range; without one, as many as above p90", () => {
  const random = randomOf(7);
  const DAYS = 42;
  // As an index of ten bins: χ² of nine degrees with a centre that moves.
  const indexAt = (centre: number): number =>
    Array.from({ length: 9 }, (_, i) => (normal(random) + (i === 0 ? centre : 0)) ** 2).reduce(
      (all, one) => all + one,
    ) / 1000;
  const unusual = (perDay: number): number => {
    const rows = Array.from({ length: DAYS * 14 }, (_, i) => row(indexAt((i / 14) * perDay)));
    const newest = rows.map((_, i) => i).slice(-140);
    const above = newest.filter(
      (i) => rows[i]!.populationStabilityIndex! > usualRange(rows.slice(0, i + 1))!.high,
    );
    return above.length / newest.length;
  };
  expect(unusual(0)).toBeLessThan(0.16);
  expect(unusual(0.15)).toBeGreaterThan(0.9);
});

test("it lies within what was seen", () => {
  const indexes = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 40 });
  fc.assert(
    fc.property(indexes, (indexes) => {
      const range = usualRange([...indexes.map((index) => row(index)), row(0.5)])!;
      expect(range.low).toBeLessThanOrEqual(range.high);
      expect(range.low).toBeGreaterThanOrEqual(Math.min(...indexes));
      expect(range.high).toBeLessThanOrEqual(Math.max(...indexes));
    }),
  );
});
