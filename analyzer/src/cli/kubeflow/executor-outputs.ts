import { suggest } from "../../artifact/index.js";
import type { Faults } from "../faults.js";
import { artifactsOf, type Fields, fieldsOf, isAbsent } from "./executor-fields.js";
import { localPathOf } from "./local-path-of.js";

/** Artifacts that a step can give, by the names of the component. */
export const OUTPUT_ARTIFACTS = ["report", "overview", "summary", "metrics"] as const;

/** Parameters that a step can give, for pipelines to branch on. */
export const OUTPUT_PARAMETERS = ["verdict", "shifted", "watch", "broken", "row_count"] as const;

const KNOWN: Readonly<Record<"artifact" | "parameter", readonly string[]>> = {
  artifact: OUTPUT_ARTIFACTS,
  parameter: OUTPUT_PARAMETERS,
};

/** Kubeflow's own, which it declares for each step and writes itself. */
const LOGS = "executor-logs";

/** An output artifact that Kubeflow declared. */
interface OutputArtifact {
  /** Where it is to be written. */
  path: string;
  /** Kubeflow's own record of it, which goes back unchanged but for its metadata. */
  given: Fields;
}

/** What Kubeflow wants of a step, in its `executorInput`. */
export interface ExecutorOutputs {
  /** Declared artifacts, by name. */
  artifacts: ReadonlyMap<string, OutputArtifact>;
  /** Declared parameters by name, each with the file that its value is to be written to. */
  parameters: ReadonlyMap<string, string>;
  /** Where the step is to tell what it knows of its outputs; null where Kubeflow names no place. */
  file: string | null;
}

/** Reads `outputs` of the executor input, noting each that nothing would be written to: the steps after it would wait for it, or fail. */
export function readExecutorOutputs(given: unknown, faults: Faults): ExecutorOutputs {
  const artifacts = new Map<string, OutputArtifact>();
  for (const [name, [artifact]] of artifactsOf(given)) {
    if (name === LOGS) continue;
    refuseUnknown(name, "artifact", faults);
    artifacts.set(name, { path: localPathOf(artifact), given: artifact });
  }
  const { parameters: declared, outputFile } = fieldsOf(given);
  const parameters = new Map<string, string>();
  for (const [name, entry] of Object.entries(fieldsOf(declared))) {
    refuseUnknown(name, "parameter", faults);
    const path = fieldsOf(entry)["outputFile"];
    if (typeof path === "string" && !isAbsent(path)) parameters.set(name, path);
  }
  return { artifacts, parameters, file: isAbsent(outputFile) ? null : String(outputFile) };
}

function refuseUnknown(name: string, declaredAs: keyof typeof KNOWN, faults: Faults): void {
  if (KNOWN[declaredAs].includes(name)) return;
  const other = declaredAs === "artifact" ? "parameter" : "artifact";
  faults.add(
    KNOWN[other].includes(name)
      ? `output ${name}: expected it to be declared as ${other}, found it declared as ${declaredAs}`
      : `unknown output ${declaredAs} ${name}${suggest(name, KNOWN[declaredAs])}`,
  );
}
