import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { FeaturePlan } from "../support/make-documents.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

interface Rules {
  groups: { name: string; rules: { alert: string; expr: string; annotations: Record<string, string> }[] }[];
}

interface Dashboard {
  panels: { id: number; title: string; targets: { expr: string }[]; gridPos: { x: number; w: number } }[];
}

const read = (name: string) => readFile(join(import.meta.dirname, "../../monitoring", name), "utf8");
const rules = (parse(await read("alerts.yaml")) as Rules).groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(await read("dashboard.json")) as Dashboard;
const expressions = [...rules, ...panels.flatMap(({ targets }) => targets)].map(({ expr }) => expr);

test("alerts and dashboard ask for figures that the gateway has, by labels and values that they have", async () => {
  const folder = temporaryFolder();
  const gone: FeaturePlan = { name: "gone", status: "not-found", verdict: "unknown" };
  await publish(folder, { run: "a", features: [{ name: "age", verdict: "shifted" }, gone] });
  const { ask } = await startGateway(folder);
  await ask("/api/v1/features/age/stats");
  const { text } = await ask("/metrics");
  const samples = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

  for (const expression of expressions) {
    for (const [, name = "", matchers = ""] of expression.matchAll(/(featurescope_\w+)(?:\{([^}]*)\})?/g)) {
      const labels = [...matchers.matchAll(/(\w+=)("[^"]*")?/g)].map(
        ([, label, value = ""]) => label + value,
      );
      const isThere = samples.some(
        (line) => /^\w+/.exec(line)?.[0] === name && labels.every((label) => line.includes(label)),
      );
      expect([expression, name, isThere]).toEqual([expression, name, true]);
    }
  }
});

/** Where a PromQL expression goes against the grammar of Prometheus' own editor; null where it does not. */
function faultOf(expression: string): number | null {
  let at: number | null = null;
  parser.parse(expression).iterate({
    enter({ type, from }) {
      if (type.isError) at ??= from;
    },
  });
  return at;
}

test("every expression is PromQL", () => {
  expect(expressions.filter((expression) => faultOf(expression) !== null)).toEqual([]);
  expect(["sum by (a) rate(b[5m]", "a b", "rate(a[5x])", "a{b=c}"].map(faultOf)).not.toContain(null);
});

/** Names of the alerts that ask for a figure. */
const watched = (figure: string): string[] =>
  rules.filter(({ expr }) => expr.includes(figure)).map(({ alert }) => alert);

test("what keeps an operator in the dark has an alert of its own", () => {
  expect(watched('featurescope_verdict{verdict="broken"}')).toEqual(["FeatureBroken"]);
  expect(watched("featurescope_newest_run_rows")).toEqual(["PipelineGone", "RunWithoutRows"]);
  expect(watched("featurescope_features_without_series")).toEqual(["SeriesLeftOut"]);
  expect(watched("featurescope_runs")).toEqual(["GatewayWithoutReports"]);
  expect(watched("offset 1d")).toEqual(["PipelineGone"]);
  expect(watched("featurescope_pipelines_without_series")).toEqual(["SeriesLeftOut"]);
});

test("every alert says in one line what is wrong, and every panel has a place of its own", () => {
  expect(
    rules.every(({ alert, annotations }) => /^[A-Z]\w+$/.test(alert) && annotations["summary"] !== undefined),
  ).toBe(true);
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
});

test("figures of reports count once, however many gateways serve the same store", () => {
  const ofReports =
    /featurescope_(population_stability_index|missing_share|verdict|features|pipelines|newest_run|last_run_age|reports)/;
  const once = /(max|min) without \(instance, pod\) \(featurescope_\w+(\{[^}]*\})?( offset \w+)?\)/g;
  const asked = expressions.filter((expression) => ofReports.test(expression));
  expect(asked.length).toBeGreaterThanOrEqual(12);
  expect(asked.filter((expression) => ofReports.test(expression.replaceAll(once, "")))).toEqual([]);
});
