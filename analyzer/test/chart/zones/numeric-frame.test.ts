import { expect, test } from "vitest";
import type { Histogram } from "../../../src/artifact/index.js";
import { chartInputs } from "../../../src/chart/index.js";
import { useReports } from "../reports.js";
import { view } from "../view.js";

const reports = useReports();

test("an axis of few bins has no air beside rows that lie beyond it", () => {
  const side = { counts: [0], underflow: 0, overflow: 0, density: null };
  const axisOf = (overflow: number): number[] => {
    const histogram: Histogram = {
      scale: "linear",
      edges: [-0.5, 0.5],
      reference: side,
      current: { ...side, overflow },
    };
    const { statistics, distribution } = reports.moved.age;
    const { params } = chartInputs({ statistics, distribution: { ...distribution, histogram } }, view());
    return [params["domainLow"], params["domainHigh"]].map(Number);
  };
  expect(axisOf(0)).toEqual([-4, 4]);
  expect(axisOf(40)).toEqual([-4, 0.5]);
});
