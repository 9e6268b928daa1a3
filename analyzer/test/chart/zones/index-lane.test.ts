import { expect, test } from "vitest";
import type { StatisticsDocument } from "../../../src/artifact/index.js";
import { chartHeight } from "../../../src/chart/index.js";
import { indexCaption } from "../../../src/chart/zones/index-lane.js";
import { useReports } from "../reports.js";
import { view } from "../view.js";

const reports = useReports();

/** A feature's statistics with another index and bound. */
function withIndex(value: number, noiseBound: number | null): StatisticsDocument {
  const { statistics } = reports.moved.amount;
  const drift = statistics.drift!;
  const metrics = drift.metrics.map((metric) =>
    metric.name === "populationStabilityIndex" ? { ...metric, value } : metric,
  );
  return { ...statistics, drift: { ...drift, metrics, noiseBound } };
}

test("where the index is within noise, the caption says how far noise reaches", () => {
  const caption = indexCaption(withIndex(0.01, 0.0421), view(), false);
  expect(caption).toBe("index 0.01, within noise (up to 0.05)");
});

test("one bin has no noise bound, and the caption speaks of none", () => {
  expect(indexCaption(withIndex(0, null), view(), false)).toMatch(/^index 0[.0]*$/);
  expect(indexCaption(withIndex(0, null), view({ language: "zh-Hans" }), false)).toMatch(/^指数 0[.0]*$/);
});

test("a column of unknown kind is a table only", () => {
  const { statistics } = reports.moved.amount;
  expect(chartHeight(statistics, 740)).toBeGreaterThan(0);
  expect(chartHeight({ ...statistics, kind: "unknown" }, 740)).toBe(0);
});
