import { expect, test } from "vitest";
import { Faults } from "../../../src/cli/faults.js";
import { readExecutorInput } from "../../../src/cli/kubeflow/executor-input.js";
import { localPathOf } from "../../../src/cli/kubeflow/local-path-of.js";

function read(input: unknown): ReturnType<typeof readExecutorInput> {
  const faults = new Faults();
  const executor = readExecutorInput(JSON.stringify(input), faults);
  faults.throwIfAny("invalid-usage", "faults");
  return executor;
}

const artifact = (uri: string, name = "artifact"): object => ({
  artifacts: [{ name, type: { schemaTitle: "system.Dataset", schemaVersion: "0.0.1" }, uri, metadata: {} }],
});

test.each([
  [{ uri: "minio://mlpipeline/v2/rows" }, "/minio/mlpipeline/v2/rows"],
  [{ uri: "s3://bucket/rows" }, "/s3/bucket/rows"],
  [{ uri: "gs://bucket/rows" }, "/gcs/bucket/rows"],
  [{ uri: "/local/outputs/rows" }, "/local/outputs/rows"],
  [{ uri: "s3://bucket/rows", customPath: "/mnt/rows" }, "/mnt/rows"],
  [
    { uri: "s3://bucket/rows", metadata: { _kfp_workspace: true } },
    "/kfp-workspace/.artifacts/s3/bucket/rows",
  ],
])("%j is found where the launcher puts it", (place, path) => {
  expect(localPathOf(place)).toBe(path);
});

test("inputs, parameters and outputs become options", () => {
  const executor = read({
    inputs: {
      artifacts: { dataset: artifact("s3://b/rows"), reference: artifact("s3://b/frozen") },
      parameterValues: {
        features: ["age", "a,b"],
        config: { features: { age: { importance: 1.0 } } },
        missing_tokens: ["NA", "-"],
        reference_window: "2026-10-01/2026-11-01",
        on_bad_rows: "skip",
        time_column: "at",
        window: "2026-11-01/2026-12-01",
      },
    },
    outputs: {
      artifacts: { report: artifact("s3://b/out/report", "report") },
      parameters: { verdict: { outputFile: "/tmp/kfp/outputs/verdict" } },
      outputFile: "/tmp/kfp/output_metadata.json",
    },
  });
  expect(executor?.options).toEqual({
    data: "/s3/b/rows",
    reference: "/s3/b/frozen",
    feature: ["age", "a,b"],
    config: { features: { age: { importance: 1 } } },
    missingTokens: "NA,-",
    referenceWindow: "2026-10-01/2026-11-01",
    onBadRows: "skip",
    timeColumn: "at",
    window: "2026-11-01/2026-12-01",
    out: "/s3/b/out/report",
  });
  expect(executor?.outputs.artifacts.get("report")?.path).toBe("/s3/b/out/report");
  expect([...(executor?.outputs.parameters ?? [])]).toEqual([["verdict", "/tmp/kfp/outputs/verdict"]]);
  expect(executor?.outputs.file).toBe("/tmp/kfp/output_metadata.json");
});

test("rows, reference and query are named by parameters as well, each by one input", () => {
  const parameterValues = {
    source: "mysql://h/b",
    query: "SELECT 1",
    reference_source: "s3://b/frozen.json",
  };
  expect(read({ inputs: { parameterValues } })?.options).toEqual({
    data: "mysql://h/b",
    query: ["SELECT 1"],
    reference: "s3://b/frozen.json",
  });
  const artifacts = { dataset: artifact("s3://b/rows"), reference: artifact("s3://b/frozen") };
  expect(() => read({ inputs: { artifacts, parameterValues } })).toThrow(
    /2 faults[^]*input dataset and parameter source: expected one of them, found both[^]*input reference and parameter reference_source: expected one/,
  );
});

test("what has no value is absent: omitted artifacts, empty lists, texts and records, placeholders left in place", () => {
  const executor = read({
    inputs: {
      artifacts: {
        dataset: artifact("s3://b/rows"),
        reference: artifact("{{$.inputs.artifacts['reference'].uri}}"),
      },
      parameterValues: { features: [], config: {}, run: "", window: "{{$.inputs.parameters['window']}}" },
    },
    outputs: {},
  });
  expect(executor?.options).toEqual({ data: "/s3/b/rows" });
  expect(executor?.outputs.file).toBeNull();
});

const options = (parameterValues: object) => read({ inputs: { parameterValues } })?.options;

test("gates are parameters too: a truth, also as older backends write it, and a verdict", () => {
  expect(options({ strict: true, fail_on: "shifted" })).toEqual({ strict: true, failOn: "shifted" });
  expect(options({ strict: "true" })).toEqual({ strict: true });
  expect(options({ strict: "True" })).toEqual({ strict: true });
  expect(options({ strict: false, fail_on: "" })).toEqual({ strict: false });
  expect(() => options({ strict: "perhaps" })).toThrow(
    'parameter strict: expected true or false, found "perhaps"',
  );
});

test("a mistyped input is refused with the one that was meant, whether it has a value or not", () => {
  const artifacts = { refrence: artifact("s3://b/frozen") };
  const parameterValues = { time_colum: "at", pipelin: "", constructor: "x", pipeline: "credit" };
  expect(() => read({ inputs: { artifacts, parameterValues } })).toThrow(
    /4 faults\n.*unknown parameter time_colum; did you mean time_column\?\n.*unknown parameter pipelin; did you mean pipeline\?\n.*unknown parameter constructor; known: source, .*, fail_on\n.*unknown input refrence; did you mean reference\?$/,
  );
});

test("an output that nothing would be written to is refused, with the one that was meant", () => {
  const outputs = {
    artifacts: {
      report: artifact("s3://b/out/report", "report"),
      overveiw: artifact("s3://b/out/overveiw", "overveiw"),
      verdict: artifact("s3://b/out/verdict", "verdict"),
    },
    parameters: { verdikt: { outputFile: "/tmp/v" }, psi: { outputFile: "/tmp/p" }, watch: {} },
  };
  expect(() => read({ outputs })).toThrow(
    /4 faults\n.*unknown output artifact overveiw; did you mean overview\?\n.*output verdict: expected it to be declared as parameter, found it declared as artifact\n.*unknown output parameter verdikt; did you mean verdict\?\n.*unknown output parameter psi; known: verdict, shifted, watch, broken, row_count$/,
  );
});

test("the log that Kubeflow declares for each step, and writes itself, is left to it", () => {
  const outputs = { artifacts: { "executor-logs": artifact("s3://b/out/executor-logs", "executor-logs") } };
  expect([...(read({ outputs })?.outputs.artifacts.keys() ?? [])]).toEqual([]);
});

test("what Kubeflow adds to fill a step's parameters from other steps is no mistyped one", () => {
  const parameterValues = { "pipelinechannel--hour-day": "2026-11-30", source: "s3://b/day=2026-11-30/" };
  expect(read({ inputs: { parameterValues } })?.options).toEqual({ data: "s3://b/day=2026-11-30/" });
});

test("an artifact list without members is absent", () => {
  expect(read({ inputs: { artifacts: { reference: { artifacts: [] } } } })?.options).toEqual({});
});

test("faults are gathered", () => {
  const faults = { inputs: { parameterValues: { features: "age", run: 7, pipeline: "credit" } } };
  expect(() => read(faults)).toThrow(
    /2 faults[^]*features: expected a list of texts, found "age"[^]*run: expected text, found 7/,
  );
});

test("lists and records may be given as their JSON, as older backends do", () => {
  const parameterValues = {
    features: '["age"]',
    missing_tokens: "[]",
    config: '{"features":{"age":{"importance":2}}}',
  };
  const { options } = read({ inputs: { parameterValues } })!;
  expect(options).toEqual({ feature: ["age"], config: { features: { age: { importance: 2 } } } });
  expect(read({ inputs: { parameterValues: { config: "{}" } } })?.options).toEqual({});
});

test("a fault of a parameter is told as one, not again as that of an option without a value", () => {
  const parameterValues = { missing_tokens: [1], config: "/etc/config.yaml" };
  expect(() => read({ inputs: { parameterValues } })).toThrow(
    /^faults: 2 faults\n.*missing_tokens: expected a list of texts, found \[1\]\n.*config: expected keys with values, found "\/etc\/config.yaml"$/,
  );
  expect(readExecutorInput(JSON.stringify({ inputs: { parameterValues } }), new Faults())?.options).toEqual(
    {},
  );
});

test("text that is no JSON, and a placeholder that was never filled", () => {
  expect(() => readExecutorInput("{", new Faults())).toThrow("expected JSON");
  expect(readExecutorInput("{{$}}", new Faults())).toBeNull();
});
