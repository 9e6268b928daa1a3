import { expect, test } from "vitest";
import type { Histogram } from "../../../src/artifact/index.js";
import { type ChartDocuments, chartInputs } from "../../../src/chart/index.js";
import { useReports } from "../reports.js";
import { view } from "../view.js";

const reports = useReports();

function withHistogram({ statistics, distribution }: ChartDocuments, histogram: Histogram): ChartDocuments {
  return { statistics, distribution: { ...distribution, histogram } };
}

test("a density that follows the bars is drawn, on their scale", () => {
  const { data, params } = chartInputs(reports.moved.amount, view());
  const bars = data["bins"]!.map((row) => Number(row["current"]));
  const curve = data["density"]!.map((row) => Number(row["share"]));
  expect(params["hasDensity"]).toBe(true);
  expect(Math.max(...curve)).toBeGreaterThan(0.7 * Math.max(...bars));
  expect(Math.max(...curve)).toBeLessThan(1.1 * Math.max(...bars));
});

test("a density that smears two humps which lie far apart is not: bars show the truth", () => {
  const documents = reports.moved.amount;
  const { rows } = documents.distribution;
  // Bins of 1 from 0 to 50; half of the rows in the 5th bin, half in the 45th, and the curve that Scott's bandwidth makes of them.
  const edges = Array.from({ length: 51 }, (_, i) => i);
  const counts = Array.from({ length: 50 }, (_, i) => (i === 5 || i === 45 ? rows.current / 2 : 0));
  const bandwidth = 20 * rows.current ** -0.2;
  const kernel = (distance: number): number =>
    Math.exp(-(distance ** 2) / (2 * bandwidth ** 2)) / (bandwidth * Math.sqrt(2 * Math.PI));
  const x = Array.from({ length: 200 }, (_, i) => (i * 50) / 199);
  const y = x.map((at) => (kernel(at - 5.5) + kernel(at - 45.5)) / 2);
  const current = { counts, underflow: 0, overflow: 0, density: { bandwidth, x, y } };
  const histogram: Histogram = { scale: "linear", edges, current, reference: null };
  const { data, params } = chartInputs(withHistogram(documents, histogram), view());
  expect(params["hasDensity"]).toBe(false);
  expect(data["density"]).toEqual([]);
});
