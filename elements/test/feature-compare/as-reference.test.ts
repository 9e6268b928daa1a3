import * as fc from "fast-check";
import { expect, test } from "vitest";
import { asReference } from "../../src/feature-compare/as-reference.js";
import { type Counts, runDocuments } from "./two-runs.js";

const SPRING: Counts = [2000, 1600, 1000, 400, 20];
const AUTUMN: Counts = [900, 1300, 1500, 1300, 80];

/** The index by its definition in DESIGN.md 5, from two lists of counts. */
function indexByHand(base: readonly number[], current: readonly number[]): number {
  const bins = base.map((count, i) => [count, current[i]!] as const).filter(([r, c]) => r + c > 0);
  const total = (side: 0 | 1) => bins.reduce((sum, bin) => sum + bin[side], 0) + 0.5 * bins.length;
  return bins.reduce((sum, [r, c]) => {
    const [p, q] = [(r + 0.5) / total(0), (c + 0.5) / total(1)];
    return sum + (q - p) * Math.log(q / p);
  }, 0);
}

test("puts the index from one run to the other in the place of that to the reference", () => {
  const count = fc.integer({ min: 1, max: 4000 });
  const counts: fc.Arbitrary<Counts> = fc.tuple(count, count, count, count, count);
  fc.assert(
    fc.property(counts, counts, (base, current) => {
      const { drift } = asReference(runDocuments(9, current), runDocuments(4, base)).statistics;
      const index = drift!.metrics.find(({ name }) => name === "populationStabilityIndex")!.value!;
      expect(index).toBeCloseTo(indexByHand(base, current), 12);
      expect(drift!.bins.map(({ reference }) => reference)).toEqual([...base]);
      expect(drift!.bins.map(({ current }) => current)).toEqual([...current]);
    }),
    { numRuns: 30 },
  );
});

test("finds no drift from a run to itself", () => {
  const run = runDocuments(4, SPRING);
  const { drift, finding } = asReference(run, run).statistics;
  expect(drift!.verdict).toBe("stable");
  expect(finding.code).toBe("as-before");
});

test("shows the base's counts and figures as the reference's, and says what moved", () => {
  const [current, base] = [runDocuments(9, AUTUMN), runDocuments(4, SPRING)];
  const { statistics, distribution } = asReference(current, base);
  expect(distribution.histogram!.current).toEqual(current.distribution.histogram!.current);
  expect(distribution.histogram!.reference).toEqual(base.distribution.histogram!.current);
  expect(distribution.rows).toEqual({ current: 5080, reference: 5020 });
  expect(distribution.missing).toEqual({ current: 80, reference: 20 });
  expect(statistics.reference!.p50).toBe(base.statistics.p50);
  expect(statistics.reference!.window).toEqual(base.statistics.window);
  expect(statistics.finding.code).toBe("higher");
  expect(statistics.drift!.verdict).toBe("shifted");
});

test("tells nothing that the frozen counts do not tell", () => {
  const { drift } = asReference(runDocuments(9, AUTUMN), runDocuments(4, SPRING)).statistics;
  expect(drift!.metrics.map(({ name }) => name)).not.toContain("wassersteinDistance");
  expect(drift!.adjustedPValue).toBeNull();
  expect(drift!.aboveReference).toBeNull();
});

test("tells no index where the runs were measured against different references", () => {
  const other = runDocuments(4, SPRING, { referenceId: "cd" });
  const { statistics, distribution } = asReference(runDocuments(9, AUTUMN), other);
  expect(statistics.drift).toBeNull();
  expect(distribution.referenceId).toBeNull();
  expect(distribution.histogram!.reference).toEqual(other.distribution.histogram!.current);
});

test("has no common histogram where the display edges differ", () => {
  const other = runDocuments(4, SPRING, { referenceId: "cd", edges: [0, 20, 40, 60, 80] });
  expect(asReference(runDocuments(9, AUTUMN), other).distribution.histogram).toBeNull();
});
