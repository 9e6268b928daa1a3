import { driftBetween, metricValue } from "@featurescope/analyzer/drift";
import { expect, test } from "vitest";
import { FROZEN, runRows } from "../../src/feature-compare/run-row.js";
import { heatBins, heatCells, heatHeads } from "../../src/feature-compare/views/heat-cells.js";
import { en } from "../../src/words/en.js";
import { runDocuments } from "./two-runs.js";

const spring = runDocuments(4, [2000, 1600, 1000, 400, 20]);
const summer = runDocuments(7, [1500, 1500, 1200, 800, 30]);
const autumn = runDocuments(9, [900, 1300, 1500, 1300, 80]);
const elsewhere = runDocuments(8, [900, 1300, 1500, 1300, 80], { referenceId: "cd" });

test("puts runs in time order, each against the base", () => {
  const rows = runRows([autumn, spring, summer], "202604-run");
  expect(rows.map(({ documents }) => documents.statistics.run)).toEqual([
    "202604-run",
    "202607-run",
    "202609-run",
  ]);
  expect(rows.map(({ isBase }) => isBase)).toEqual([true, false, false]);
  expect(rows[0]!.drift).toBeNull();
  const between = driftBetween(spring.statistics, autumn.statistics)!;
  expect(rows[2]!.drift).toMatchObject({
    index: between.populationStabilityIndex,
    noiseBound: between.noiseBound,
    verdict: between.verdict,
  });
});

test("takes each run's own drift where the frozen reference is the base", () => {
  const rows = runRows([autumn, spring], FROZEN);
  expect(rows.every(({ isBase }) => !isBase)).toBe(true);
  expect(rows[1]!.drift!.index).toBe(metricValue(autumn.statistics.drift, "populationStabilityIndex"));
  expect(rows[1]!.base!.rows).toBe(autumn.statistics.reference!.rows);
});

test("tells no index across references, but what is drawn", () => {
  const [, other] = runRows([spring, elsewhere], "202604-run");
  expect(other!.drift).toBeNull();
  expect(other!.base!.rows).toBe(spring.statistics.rows);
});

test("finds in the cells what each share gained, blank within noise", () => {
  const [, same, moved] = runRows(
    [autumn, spring, { ...spring, statistics: { ...spring.statistics, run: "twin" } }],
    "202604-run",
  );
  const bins = heatBins([same!.drift!, moved!.drift!]);
  expect(bins).toEqual([0, 1, 2, 3, 4]);
  expect(heatCells(same!.drift!, bins).some(({ isBeyond }) => isBeyond)).toBe(false);
  const cells = heatCells(moved!.drift!, bins);
  expect(cells[0]!.difference).toBeCloseTo(900 / 5080 - 2000 / 5020, 12);
  expect(cells.map(({ isBeyond }) => isBeyond)).toEqual([true, true, true, true, true]);
  expect(cells.reduce((sum, { difference }) => sum + difference, 0)).toBeCloseTo(0, 12);
  expect(heatHeads(moved!.drift!.bins, en)).toEqual(["<\u00a025", "25–50", "50–75", "≥\u00a075", "missing"]);
});
