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

test("long levels are told apart, with the tags of new ones too", () => {
  const { statistics, distribution } = reports.moved.channel;
  const levels = distribution.levels!.map((level) => ({
    ...level,
    value: `Manufacturing / ${level.value} (NACE Revision 2, statistical classification)`,
  }));
  for (const width of [280, 360, 740]) {
    const { data } = chartInputs({ statistics, distribution: { ...distribution, levels } }, view({ width }));
    const labels = textsOf(data).filter((text) => text.startsWith("Man"));
    expect(labels.length).toBeGreaterThan(6);
    expect(new Set(labels).size).toBe(labels.length);
  }
});
