import { compile } from "vega-lite";
import { expect, test } from "vitest";
import {
  CHART_TEMPLATE_NAMES,
  chartInputs,
  chartTemplateFor,
  dataNames,
  fillTemplate,
  chartTemplate,
} from "../../src/chart/index.js";
import { useReports } from "./reports.js";
import { view } from "./view.js";

const reports = useReports();

/** Compiles and returns what Vega-Lite has to say against the spec. */
function warningsOf(spec: Parameters<typeof compile>[0]): string[] {
  const warnings: string[] = [];
  const say = (...parts: unknown[]) => {
    warnings.push(parts.join(" "));
    return logger;
  };
  const logger = { level: () => logger, error: say, warn: say, info: () => logger, debug: () => logger };
  compile(spec, { logger });
  return warnings;
}

test.each(CHART_TEMPLATE_NAMES)("template %s compiles without a warning", (name) => {
  expect(warningsOf(chartTemplate(name))).toEqual([]);
});

test("a filled template has all its data inline, in the size of the chart, and compiles without a warning", () => {
  for (const documents of Object.values(reports.moved)) {
    const empty = chartTemplate(chartTemplateFor(documents));
    const inputs = chartInputs(documents, view());
    const spec = fillTemplate(empty, inputs);
    expect(warningsOf(spec)).toEqual([]);
    expect(Object.keys(spec.datasets ?? {}).toSorted()).toEqual(dataNames(empty).toSorted());
    expect(spec).toMatchObject({ autosize: "none", ...inputs.frame });
    expect(JSON.stringify(spec)).not.toContain('"url"');
  }
});

test("inputs name only data sets that the template has, and all of its params", () => {
  const views = [view(), view({ width: 330 }), view({ cursor: 1 }), view({ mode: "count" })];
  const { moved, alone, few } = reports;
  for (const documents of [moved, alone, few].flatMap((report) => Object.values(report))) {
    for (const each of views) {
      const spec = chartTemplate(chartTemplateFor(documents));
      const { data, params } = chartInputs(documents, each);
      expect(dataNames(spec)).toEqual(expect.arrayContaining(Object.keys(data)));
      const names = (spec.params ?? []).map(({ name }) => name);
      expect(names.toSorted()).toEqual(Object.keys(params).toSorted());
    }
  }
});

test("kind, scale, rows and view choose the template", () => {
  const { moved, few, alone } = reports;
  expect(chartTemplateFor(moved.amount)).toBe("numeric-linear");
  expect(chartTemplateFor(moved.spent)).toBe("numeric-log");
  expect(chartTemplateFor(moved.spent, { logY: true })).toBe("numeric-log-log-y");
  expect(chartTemplateFor(moved.at)).toBe("numeric-linear");
  expect(chartTemplateFor(moved.flag)).toBe("rows");
  expect(chartTemplateFor(moved.channel)).toBe("rows");
  expect(chartTemplateFor(few.amount)).toBe("dots");
  expect(chartTemplateFor(alone.amount)).toBe("numeric-linear");
});
