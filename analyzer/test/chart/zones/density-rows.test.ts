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

const edges = Array.from({ length: 51 }, (_, i) => i);
const x = Array.from({ length: 200 }, (_, i) => (i * 50) / 199);
const normal = (distance: number, std: number): number =>
  Math.exp(-(distance ** 2) / (2 * std ** 2)) / (std * Math.sqrt(2 * Math.PI));

const around =
  (std: number) =>
  (value: number): number =>
    normal(value - 25, std);

/** Bins of 1 from 0 to 50, with shares of the current rows at their middles and a curve. */
function drawn(share: (middle: number) => number, curve: (value: number) => number): boolean {
  const documents = reports.moved.amount;
  const { rows } = documents.distribution;
  const counts = edges.slice(1).map((high) => Math.round(rows.current * share(high - 0.5)));
  const density = { bandwidth: 1, x, y: x.map(curve) };
  const current = { counts, underflow: 0, overflow: 0, density };
  const histogram: Histogram = { scale: "linear", edges, current, reference: null };
  const { data, params } = chartInputs(withHistogram(documents, histogram), view());
  expect(data["density"]).toHaveLength(params["hasDensity"] === true ? x.length : 0);
  return params["hasDensity"] === true;
}

test("a density that smears two humps which lie far apart is not: bars show the truth", () => {
  expect(
    drawn(
      (middle) => (middle === 5.5 || middle === 45.5 ? 0.5 : 0),
      (value) => (normal(value - 5.5, 4) + normal(value - 45.5, 4)) / 2,
    ),
  ).toBe(false);
});

test("nor is one that a default far below has widened", () => {
  expect(drawn(around(5), around(6))).toBe(true);
  expect(drawn(around(5), around(8.9))).toBe(false);
});
