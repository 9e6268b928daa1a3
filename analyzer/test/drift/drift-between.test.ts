import { expect, test } from "vitest";
import { DEFAULT_LIMITS, type StatisticsDocument } from "../../src/artifact/index.js";
import { driftBetween, measureDrift, metricValue } from "../../src/drift/index.js";
import { countByHand } from "./count-by-hand.js";
import { documentsOf } from "./documents.js";
import { freezeNumbers } from "./freeze-by-hand.js";
import { normal, randomOf } from "./random.js";

const draw = (count: number, seed: number, by = 0): (number | null)[] => {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => (random() < 0.02 ? null : by + normal(random)));
};
const REFERENCE = draw(5000, 1);
const [MONDAY, TUESDAY] = [draw(3000, 2), draw(2000, 3, 0.6)];
const run = (rows: (number | null)[]): StatisticsDocument => documentsOf(REFERENCE, rows).statistics;

test("two runs compare to the digit that the analyzer would give with the first as the reference", () => {
  const between = driftBetween(run(MONDAY), run(TUESDAY))!;
  const frozen = freezeNumbers(REFERENCE);
  const monday = countByHand(frozen, MONDAY).bins;
  const bins = frozen.bins.map((bin, i) => ({ ...bin, reference: monday[i]! }));
  const direct = measureDrift({ ...frozen, bins }, countByHand(frozen, TUESDAY), DEFAULT_LIMITS);
  expect(between.populationStabilityIndex).toBe(metricValue(direct, "populationStabilityIndex"));
  expect(between.bins).toEqual(direct.bins);
  expect(between).toMatchObject({ noiseBound: direct.noiseBound, pValue: direct.pValue, verdict: "shifted" });
  // The counts do not tell how many of Tuesday's rows are beyond Monday's extremes.
  expect(between.verdicts).toEqual({ ...direct.verdicts, beyond: null, heaped: null, stale: null });
});

test("a run against itself is stable at 0, and turned around the index is the same", () => {
  expect(driftBetween(run(MONDAY), run(MONDAY))).toMatchObject({
    populationStabilityIndex: 0,
    verdict: "stable",
  });
  const there = driftBetween(run(MONDAY), run(TUESDAY))!;
  const back = driftBetween(run(TUESDAY), run(MONDAY))!;
  expect(back.populationStabilityIndex).toBeCloseTo(there.populationStabilityIndex!, 12);
  expect(back.noiseBound).toBe(there.noiseBound);
  expect(back.verdicts.missing.value).toBeCloseTo(-there.verdicts.missing.value!, 12);
});

test("the index is not comparable without drift, across references, or over time", () => {
  const monday = run(MONDAY);
  const elsewhere = { ...monday, drift: { ...monday.drift!, referenceId: "f".repeat(64) } };
  expect(driftBetween(elsewhere, monday)).toBeNull();
  expect(driftBetween({ ...monday, drift: null }, monday)).toBeNull();
  expect(driftBetween(monday, { ...monday, kind: "datetime" })).toBeNull();
});
