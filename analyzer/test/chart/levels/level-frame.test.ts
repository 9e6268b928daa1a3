import { expect, test } from "vitest";
import { chartInputs } from "../../../src/chart/index.js";
import { useReports } from "../reports.js";
import { textsOf, view } from "../view.js";

const reports = useReports();

test("a level that ends with a blank is not taken for the one without", () => {
  const { statistics, distribution } = reports.moved.channel;
  const levels = distribution.levels!.map((level, i) => (i === 1 ? { ...level, value: "app " } : level));
  const { data } = chartInputs({ statistics, distribution: { ...distribution, levels } }, view());
  expect(textsOf(data)).toContain("“app ”");
});
