import type { Option } from "commander";
import { FeaturescopeError, messageOf, suggest } from "../../artifact/index.js";
import { type GivenOptions, valueOption } from "../command.js";
import type { Faults } from "../faults.js";
import { type Artifact, artifactsOf, type Fields, fieldsOf, isAbsent } from "./executor-fields.js";
import { type ExecutorOutputs, readExecutorOutputs } from "./executor-outputs.js";
import { localPathOf } from "./local-path-of.js";

/** What Kubeflow Pipelines tells a component in its `executorInput`. */
export interface ExecutorInput {
  /** Inputs and parameters as options of the command; what has no value is absent. */
  options: GivenOptions;
  /** Of the input `reports`, a list: where each lies. */
  reports: string[];
  outputs: ExecutorOutputs;
}

/** Parameters of the component by name, with the option that each stands for. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  source: "data",
  reference_source: "reference",
  reference_window: "referenceWindow",
  query: "query",
  features: "feature",
  config: "config",
  config_source: "config",
  pipeline: "pipeline",
  run: "run",
  window: "window",
  time_column: "timeColumn",
  missing_tokens: "missingTokens",
  on_bad_rows: "onBadRows",
  format: "format",
  strict: "strict",
  fail_on: "failOn",
};

/** Inputs that are artifacts, each with the parameter that may stand in its place. */
const ARTIFACTS: Readonly<Record<string, string>> = { dataset: "source", reference: "reference_source" };

/** The input that is a list of artifacts, as `featurescope merge` takes it. */
const REPORTS = "reports";

/** Parameters that Kubeflow adds to a step's own, where these hold what another step gives: it has filled them in already. */
const CHANNEL = "pipelinechannel--";

/** Parameters that are no text, with what is expected of them. */
const EXPECTED: Readonly<Record<string, "a list of texts" | "keys with values" | "true or false">> = {
  features: "a list of texts",
  missing_tokens: "a list of texts",
  config: "keys with values",
  strict: "true or false",
};

/** What is no text is given as it is or, by older backends, as its JSON; a truth also as Python writes it. */
function parsed(value: unknown): unknown {
  try {
    return typeof value === "string"
      ? JSON.parse(value.replace(/^(True|False)$/, (word) => word.toLowerCase()))
      : value;
  } catch {
    return value;
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isExpected(value: unknown, expected: string): boolean {
  if (expected === "a list of texts") return isTexts(value);
  if (expected === "keys with values") return isRecord(value);
  return typeof value === (expected === "text" ? "string" : "boolean");
}

/** A parameter as the value of its option; undefined, and noted, where it is none. */
function parameterOf(name: string, given: unknown, faults: Faults): unknown {
  const expected = EXPECTED[name] ?? "text";
  const value = expected === "text" ? given : parsed(given);
  if (isAbsent(value)) return undefined;
  if (!isExpected(value, expected)) {
    faults.add(`parameter ${name}: expected ${expected}, found ${JSON.stringify(given)}`);
    return undefined;
  }
  if (name === "missing_tokens" && isTexts(value)) return value.join(",");
  return name === "query" ? [value] : value;
}

/** The option of commands that run as a step of Kubeflow Pipelines. */
export function executorOption(): Option {
  return valueOption("--executor-input <json>", "Kubeflow: inputs, parameters and output paths");
}

/**
 * Reads Kubeflow's executor input, noting each fault. Null where none was given.
 * @throws FeaturescopeError `invalid-usage` where it is no JSON, so that nothing else can be told of it
 */
export function readExecutorInput(text: unknown, faults: Faults): ExecutorInput | null {
  if (typeof text !== "string" || text.startsWith("{{$")) return null;
  let input: Fields;
  try {
    input = fieldsOf(JSON.parse(text));
  } catch (error) {
    const message = `--executor-input: expected JSON, found: ${messageOf(error)}; hand over {{$}}`;
    throw new FeaturescopeError("invalid-usage", message, { cause: error });
  }
  const parameters = readParameters(fieldsOf(input["inputs"])["parameterValues"], faults);
  const artifacts = artifactsOf(input["inputs"]);
  const options = withArtifacts(parameters, artifacts, faults);
  const outputs = readExecutorOutputs(input["outputs"], faults);
  const report = outputs.artifacts.get("report");
  if (report !== undefined) options["out"] = report.path;
  return { options, reports: (artifacts.get(REPORTS) ?? []).map(localPathOf), outputs };
}

/** Parameters as the options that they stand for. */
function readParameters(values: unknown, faults: Faults): GivenOptions {
  const options: GivenOptions = {};
  for (const [name, value] of Object.entries(fieldsOf(values))) {
    if (name.startsWith(CHANNEL)) continue;
    const option = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
    if (option === undefined) {
      faults.add(`unknown parameter ${name}${suggest(name, Object.keys(PARAMETERS))}`);
      continue;
    }
    const read = isAbsent(value) ? undefined : parameterOf(name, value, faults);
    if (read === undefined) continue;
    if (options[option] !== undefined)
      faults.add("parameters config and config_source: expected one of them, found both");
    options[option] = read;
  }
  return options;
}

/** The options, with those that artifacts stand for. */
function withArtifacts(
  parameters: GivenOptions,
  artifacts: ReadonlyMap<string, readonly Artifact[]>,
  faults: Faults,
): GivenOptions {
  const options = { ...parameters };
  const known = [...Object.keys(ARTIFACTS), REPORTS];
  for (const name of artifacts.keys())
    if (!known.includes(name)) faults.add(`unknown input ${name}${suggest(name, known)}`);
  for (const [name, parameter] of Object.entries(ARTIFACTS)) {
    const option = PARAMETERS[parameter] ?? "";
    const [artifact] = artifacts.get(name) ?? [];
    if (artifact === undefined) continue;
    if (options[option] !== undefined)
      faults.add(`input ${name} and parameter ${parameter}: expected one of them, found both`);
    options[option] = localPathOf(artifact);
  }
  return options;
}
