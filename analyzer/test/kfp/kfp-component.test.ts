import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { PARAMETERS } from "../../src/cli/kubeflow/executor-input.js";
import { OUTPUT_ARTIFACTS, OUTPUT_PARAMETERS } from "../../src/cli/kubeflow/executor-outputs.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kfpPython } from "./kfp-python.js";

const component = fileURLToPath(new URL("../../../kfp-component.yaml", import.meta.url));
const script = fileURLToPath(new URL("load-component.py", import.meta.url));
const folder = temporaryFolder();

interface Compiled {
  component: {
    inputDefinitions: {
      artifacts: Record<string, { artifactType: { schemaTitle: string }; isOptional?: boolean }>;
      parameters: Record<string, { parameterType: string; defaultValue: unknown; isOptional: boolean }>;
    };
    outputDefinitions: {
      artifacts: Record<string, { artifactType: { schemaTitle: string } }>;
      parameters: Record<string, { parameterType: string }>;
    };
  };
  container: { command: string[]; args: string[]; image: string };
  tasks: string[];
}

/** Artifacts' types by name. */
function typesOf(
  artifacts: Record<string, { artifactType: { schemaTitle: string } }>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(artifacts).map(([name, { artifactType }]) => [name, artifactType.schemaTitle]),
  );
}

const python = kfpPython();

test.skipIf(python === null)(
  "the component loads and compiles with the real SDK, with its types and its fixed command line",
  () => {
    const { stdout, stderr, status } = spawnSync(python ?? "", [script, component, join(folder, "p.yaml")], {
      encoding: "utf8",
    });
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    const { component: loaded, container, tasks } = JSON.parse(stdout) as Compiled;

    expect(typesOf(loaded.inputDefinitions.artifacts)).toEqual({
      dataset: "system.Dataset",
      reference: "system.Dataset",
    });
    for (const input of Object.values(loaded.inputDefinitions.artifacts)) expect(input.isOptional).toBe(true);
    expect(typesOf(loaded.outputDefinitions.artifacts)).toEqual({
      report: "system.Artifact",
      overview: "system.HTML",
      summary: "system.Markdown",
      metrics: "system.Metrics",
    });
    expect(Object.keys(loaded.outputDefinitions.artifacts).sort()).toEqual([...OUTPUT_ARTIFACTS].sort());
    const given = Object.entries(loaded.outputDefinitions.parameters);
    expect(Object.fromEntries(given.map(([name, { parameterType }]) => [name, parameterType]))).toEqual({
      verdict: "STRING",
      shifted: "NUMBER_INTEGER",
      watch: "NUMBER_INTEGER",
      broken: "NUMBER_INTEGER",
      row_count: "NUMBER_INTEGER",
    });
    expect(given.map(([name]) => name).sort()).toEqual([...OUTPUT_PARAMETERS].sort());
    const { parameters } = loaded.inputDefinitions;
    expect(Object.keys(parameters).sort()).toEqual(Object.keys(PARAMETERS).sort());
    for (const parameter of Object.values(parameters)) expect(parameter.isOptional).toBe(true);
    expect(parameters["features"]).toMatchObject({ parameterType: "LIST", defaultValue: [] });
    expect(parameters["config"]).toMatchObject({ parameterType: "STRUCT", defaultValue: {} });
    expect(parameters["pipeline"]).toMatchObject({ parameterType: "STRING", defaultValue: "default" });

    expect(parameters["strict"]).toMatchObject({ parameterType: "BOOLEAN", defaultValue: false });
    expect(parameters["fail_on"]).toMatchObject({ parameterType: "STRING", defaultValue: "" });

    expect(container.command).toEqual(["featurescope", "analyze"]);
    expect(container.args).toEqual(["--executor-input", "{{$}}"]);
    expect(tasks).toContain("feature-analyzer-4");
  },
);
