import { expect, test } from "vitest";
import { chartInputs } from "../../../src/chart/index.js";
import { useReports } from "../reports.js";
import { textsOf, view } from "../view.js";

const reports = useReports();

/** Labels of the x axis from low to high. */
function axisOf(low: number, high: number): string[] {
  const { statistics, distribution } = reports.moved.amount;
  const histogram = distribution.histogram!;
  const steps = histogram.edges.length - 1;
  const edges = histogram.edges.map((_, i) => low + ((high - low) * i) / steps);
  const moved = { statistics, distribution: { ...distribution, histogram: { ...histogram, edges } } };
  return textsOf(chartInputs(moved, view()).data).map((text) => text.replaceAll("\u00a0", " "));
}

test("years are no thousands, and thousands of billions are trillions", () => {
  expect(axisOf(1950, 2020)).toEqual(expect.arrayContaining(["1960", "2010"]));
  expect(axisOf(3.2e12, 5.3e12)).toEqual(expect.arrayContaining(["3.5", "4.0", "5.0 tn"]));
  expect(axisOf(-1e13, 1.2e14)).toEqual(expect.arrayContaining(["0", "20", "120 tn"]));
});

test("zero is written as 0 beside the least and the greatest of values, round powers of ten without decimals", () => {
  expect(axisOf(-4e-13, 6.5e-12)).toEqual(expect.arrayContaining(["0", "1e−12", "6e−12"]));
  expect(axisOf(1e17, 1.8e19)).toEqual(expect.arrayContaining(["5e18", "1e19", "1.5e19"]));
  expect(axisOf(-2.2e6, 1.9e6)).toEqual(expect.arrayContaining(["−0.5", "0", "0.5"]));
});

test("days of few rows are told without their midnights", () => {
  const texts = textsOf(chartInputs(reports.few.at, view()).data);
  expect(texts).toEqual(expect.arrayContaining([expect.stringMatching(/^\d+\u00a0\w{3}\u00a02026$/)]));
});
