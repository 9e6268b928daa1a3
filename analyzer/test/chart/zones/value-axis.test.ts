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

test("years are no thousands, thousands of billions all are", () => {
  expect(axisOf(1950, 2020)).toEqual(expect.arrayContaining(["1960", "2010"]));
  expect(axisOf(3.2e12, 5.3e12)).toEqual(expect.arrayContaining(["3,500", "4,000", "5,000 bn"]));
});
