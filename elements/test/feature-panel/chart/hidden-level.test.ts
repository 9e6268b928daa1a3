// Here already, so that no test waits for it.
import "../../../src/feature-panel/chart/live-zone.js";
import type { DriftBin } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { panelDocuments } from "../documents.js";
import { PATIENT, chartOf, showPanel, spokenOf, tipOf } from "../show-panel.js";

const numeric = panelDocuments();
const { drift } = numeric.statistics;
const counts = Array.from({ length: 14 }, (_, i) => ({
  value: `level ${i + 1}`,
  current: 300 - i,
  reference: 300 - i,
}));
const bins = counts.map((level, i): DriftBin => ({
  ...drift!.bins[0]!,
  ...level,
  type: "category",
  low: null,
  high: null,
  contribution: i === 0 ? 0.47 : 0,
}));
const levels = counts.map((level) => ({ ...level, bin: "own" as const, change: null }));
const data = {
  statistics: {
    ...numeric.statistics,
    kind: "categorical" as const,
    distinct: 14,
    drift: { ...drift!, bins },
  },
  distribution: { ...numeric.distribution, kind: "categorical" as const, histogram: null, levels },
};

test("a cursor on a level that a narrower chart leaves out points at nothing, and is there again in a wider one", async () => {
  const panel = showPanel({ data });
  const numberOf = (name: string): number => Number(chartOf(panel)?.getAttribute(`aria-value${name}`));
  await expect.poll(() => chartOf(panel), PATIENT).not.toBeNull();
  chartOf(panel)!.focus();
  await userEvent.keyboard("{End}");
  await expect.poll(() => numberOf("now"), PATIENT).toBeGreaterThan(1);
  const last = numberOf("max");
  expect(numberOf("now")).toBe(last);
  const said = spokenOf(panel);
  expect(tipOf(panel)).toBe(said);

  panel.style.width = "360px";
  await expect.poll(() => numberOf("max"), PATIENT).toBeLessThan(last);
  expect(numberOf("now")).toBe(0);
  expect(tipOf(panel)).toBe("");

  panel.style.width = "1100px";
  await expect.poll(() => tipOf(panel), PATIENT).toBe(said);
});
