import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type IndexOfRun, usualRange } from "../../src/drift/index.js";

const row = (index: number | null, part: Partial<IndexOfRun> = {}): IndexOfRun => ({
  populationStabilityIndex: index,
  verdict: "stable",
  referenceId: "a",
  ...part,
});
const tenths = Array.from({ length: 11 }, (_, i) => row(i / 100));

test("p10 to p90 of the earlier stable runs with the same reference", () => {
  const { low, high } = usualRange([...tenths, row(9)])!;
  expect(low).toBeCloseTo(0.01, 15);
  expect(high).toBeCloseTo(0.09, 15);
  const others = [row(5, { verdict: "watch" }), row(6, { referenceId: "b" }), row(null)];
  expect(usualRange([...others, ...tenths, row(9, { verdict: "shifted" })])).toEqual({ low, high });
});

test("with fewer than 8 such runs nothing is usual yet", () => {
  expect(usualRange([...tenths.slice(0, 7), row(0)])).toBeNull();
  expect(usualRange([...tenths.slice(0, 8), row(0)])).not.toBeNull();
  expect(usualRange([...tenths, row(0, { referenceId: "b" })])).toBeNull();
  expect(usualRange([])).toBeNull();
});

test("it lies within what was seen, whatever the order of the runs", () => {
  const indexes = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 40 });
  fc.assert(
    fc.property(indexes, (indexes) => {
      const range = usualRange([...indexes.map((index) => row(index)), row(0.5)])!;
      expect(range.low).toBeLessThanOrEqual(range.high);
      expect(range.low).toBeGreaterThanOrEqual(Math.min(...indexes));
      expect(range.high).toBeLessThanOrEqual(Math.max(...indexes));
      expect(usualRange([...indexes.toReversed().map((index) => row(index)), row(0.5)])).toEqual(range);
    }),
  );
});
