import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readManifest } from "../../src/report/read/read-manifest.js";
import { sha256 } from "../../src/report/sha256.js";
import { featurescope } from "../cli/featurescope.js";
import { temporaryFolder } from "../temporary-folder.js";

const folder = temporaryFolder();

/** Writes rows as Kubeflow hands them over: a file without an extension. */
function rows(name: string, centre: number): string {
  const path = join(folder, name);
  const lines = Array.from(
    { length: 1000 },
    (_, row) => `${centre + ((row * 7919) % 31)},${(row * 31) % 7},NA`,
  );
  writeFileSync(path, ["age,loans,nothing", ...lines, ""].join("\n"));
  return path;
}

const artifact = (name: string, schemaTitle: string, uri: string): object => ({
  artifacts: [{ name, type: { schemaTitle, schemaVersion: "0.0.1" }, uri, metadata: {} }],
});

const PARAMETERS = ["verdict", "shifted", "watch", "broken", "row_count"];

/** An executor input as the SDK's local runner gives it, one argument, with a task's folders that do not exist yet. */
function executorInput(task: string, inputs: object, parameterValues: object): { text: string; at: string } {
  const at = join(folder, "local_outputs", task);
  const input = {
    inputs: { artifacts: inputs, parameterValues },
    outputs: {
      artifacts: {
        report: artifact("report", "system.Artifact", join(at, "report")),
        overview: artifact("overview", "system.HTML", join(at, "overview")),
        summary: artifact("summary", "system.Markdown", join(at, "summary")),
        metrics: artifact("metrics", "system.Metrics", join(at, "metrics")),
      },
      parameters: Object.fromEntries(PARAMETERS.map((name) => [name, { outputFile: join(at, name) }])),
      outputFile: join(at, "executor_output.json"),
    },
  };
  return { text: JSON.stringify(input), at };
}

interface ExecutorOutput {
  parameterValues: Record<string, string | number>;
  artifacts: Record<
    string,
    { artifacts: { name: string; uri: string; type: object; metadata: Record<string, unknown> }[] }
  >;
}

function outputOf(at: string): ExecutorOutput {
  return JSON.parse(readFileSync(join(at, "executor_output.json"), "utf8")) as ExecutorOutput;
}

test("every declared output is written, with flat metadata and addresses as they came", async () => {
  const { text, at } = executorInput(
    "feature-analyzer",
    {
      dataset: artifact("dataset", "system.Dataset", rows("current", 40)),
      reference: artifact("reference", "system.Dataset", rows("before", 46)),
    },
    {
      features: ["age", "loans"],
      config: { features: { age: { importance: 1.0, limits: { watch: 0.1 } } } },
      pipeline: "credit",
      run: "",
      window: "2026-11-01/2026-12-01",
      time_column: "",
      missing_tokens: ["NA"],
      format: "",
    },
  );
  const { code, stderr } = await featurescope("analyze", "--executor-input", text);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(readdirSync(at).sort()).toEqual(
    ["executor_output.json", "metrics", "overview", "report", "summary", ...PARAMETERS].sort(),
  );

  const { manifest } = await readManifest(join(at, "report"));
  expect(manifest).toMatchObject({ pipeline: "credit", dataset: { rows: 1000 }, reference: { rows: 1000 } });
  expect(manifest.features.map(({ name, importance, verdict }) => [name, importance, verdict])).toEqual([
    ["age", 1, "shifted"],
    ["loans", null, "stable"],
  ]);
  expect(readFileSync(join(at, "summary"), "utf8")).toContain("# credit: 1 shifted, 1 stable");
  expect(readFileSync(join(at, "overview"), "utf8")).toContain('"features/age/statistics.json":');

  const { artifacts } = outputOf(at);
  expect(Object.keys(artifacts).sort()).toEqual(["metrics", "overview", "report", "summary"]);
  for (const [name, { artifacts: list }] of Object.entries(artifacts)) {
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({ name, uri: join(at, name), type: { schemaVersion: "0.0.1" } });
    for (const value of Object.values(list[0]?.metadata ?? {}))
      expect(typeof value).toMatch(/^(string|number)$/);
  }
  expect(artifacts["report"]?.artifacts[0]?.metadata).toMatchObject({
    schema_version: 1,
    pipeline: "credit",
    run: manifest.run,
    window_end: "2026-12-01T00:00:00.000Z",
    row_count: 1000,
    feature_count: 2,
    shifted: 1,
    watch: 0,
    manifest_sha256: sha256(readFileSync(join(at, "report/manifest.json"))),
  });
  const metrics = JSON.parse(readFileSync(join(at, "metrics"), "utf8")) as Record<string, unknown>;
  expect(artifacts["metrics"]?.artifacts[0]?.metadata).toEqual(metrics);
  expect(metrics["largest_population_stability_index"]).toBe(
    Math.max(...manifest.features.map(({ populationStabilityIndex }) => populationStabilityIndex ?? NaN)),
  );
  for (const value of Object.values(metrics)) expect(typeof value).toBe("number");
});

test("what a pipeline can branch on is written where it is asked for, and told beside the artifacts", async () => {
  const { text, at } = executorInput(
    "branching",
    {
      dataset: artifact("dataset", "system.Dataset", rows("now", 40)),
      reference: artifact("reference", "system.Dataset", rows("then", 46)),
    },
    { features: ["age", "loans"] },
  );
  expect((await featurescope("analyze", "--executor-input", text)).stderr).toBe("");
  const values = { verdict: "shifted", shifted: 1, watch: 0, broken: 0, row_count: 1000 };
  expect(outputOf(at).parameterValues).toEqual(values);
  for (const [name, value] of Object.entries(values))
    expect(readFileSync(join(at, name), "utf8")).toBe(String(value));
});

test("without a reference and with every parameter at its default", async () => {
  const { text, at } = executorInput(
    "feature-analyzer-2",
    { dataset: artifact("17", "system.Dataset", rows("alone", 40)) },
    {
      features: [],
      config: {},
      pipeline: "default",
      run: "",
      window: "",
      time_column: "",
      missing_tokens: [],
      format: "",
    },
  );
  const { code } = await featurescope("analyze", "--executor-input", text);
  expect(code).toBe(0);
  const { manifest } = await readManifest(join(at, "report"));
  expect(manifest.reference).toBeNull();
  expect(manifest.features.map(({ name }) => name)).toEqual(["age", "loans", "nothing"]);
  const { metadata } = outputOf(at).artifacts["metrics"]!.artifacts[0]!;
  expect(metadata["unknown"]).toBe(3);
  expect(metadata).not.toHaveProperty("largest_population_stability_index");
  expect(outputOf(at).parameterValues["verdict"]).toBe("unknown");
});

test("faults of parameters are said at once, and nothing is written", async () => {
  const { text, at } = executorInput(
    "broken",
    { dataset: artifact("dataset", "system.Dataset", rows("rows", 40)) },
    { features: "age", run: "Not An Id", window: "today" },
  );
  const { code, stderr } = await featurescope("analyze", "--executor-input", text);
  expect(code).toBe(2);
  for (const fault of ["features: expected a list", "--run: expected", "--window: expected"]) {
    expect(stderr).toContain(fault);
  }
  expect(existsSync(at)).toBe(false);
});

test("a configuration too large for a command line is a file of the pod's, such as a mounted ConfigMap", async () => {
  const path = join(folder, "config.yaml");
  writeFileSync(path, "features:\n  age: { unit: years }\n");
  const inputs = { dataset: artifact("dataset", "system.Dataset", rows("configured", 40)) };
  const parameters = { features: ["age"], config: {}, config_source: path };
  const { text, at } = executorInput("configured", inputs, parameters);
  const { code, stderr } = await featurescope("analyze", "--executor-input", text);
  expect([code, stderr]).toEqual([0, ""]);
  const { manifest } = await readManifest(join(at, "report"));
  expect(manifest.features.map(({ name, unit }) => [name, unit])).toEqual([["age", "years"]]);

  const both = executorInput("twice", inputs, { ...parameters, config: { features: { age: {} } } });
  const twice = await featurescope("analyze", "--executor-input", both.text);
  expect(twice.code).toBe(2);
  expect(twice.stderr).toContain("parameters config and config_source: expected one of them, found both");
});

test("without rows, and with rows twice, it is told which inputs name them", async () => {
  const { text, at } = executorInput("no-rows", {}, { source: "", query: "" });
  const neither = await featurescope("analyze", "--executor-input", text);
  expect(neither.code).toBe(2);
  expect(neither.stderr).toContain(
    "input dataset and parameter source: expected one of them, which names the rows, found neither",
  );
  expect(neither.stderr).not.toContain("--data");
  expect(existsSync(at)).toBe(false);
  const both = executorInput(
    "rows-twice",
    { dataset: artifact("d", "system.Dataset", rows("r", 40)) },
    { source: "x" },
  );
  const { code, stderr } = await featurescope("analyze", "--executor-input", both.text);
  expect(code).toBe(2);
  expect(stderr).toContain("input dataset and parameter source: expected one of them, found both");
});
