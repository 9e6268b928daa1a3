import { artifactsOf, type Fields, fieldsOf, isAbsent } from "./executor-fields.js";
import { localPathOf } from "./local-path-of.js";

/** Artifacts that a step can give, by the names of the component. */
export const OUTPUT_ARTIFACTS = ["report", "overview", "summary", "metrics"] as const;

/** Parameters that a step can give, for pipelines to branch on. */
export const OUTPUT_PARAMETERS = ["verdict", "shifted", "watch", "broken", "row_count"] as const;

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

/** Reads `outputs` of the executor input. */
export function readExecutorOutputs(given: unknown): ExecutorOutputs {
  const artifacts = new Map<string, OutputArtifact>();
  for (const [name, [artifact]] of artifactsOf(given))
    artifacts.set(name, { path: localPathOf(artifact), given: artifact });
  const { parameters: declared, outputFile } = fieldsOf(given);
  const parameters = new Map<string, string>();
  for (const [name, entry] of Object.entries(fieldsOf(declared))) {
    const path = fieldsOf(entry)["outputFile"];
    if (typeof path === "string" && !isAbsent(path)) parameters.set(name, path);
  }
  return { artifacts, parameters, file: isAbsent(outputFile) ? null : String(outputFile) };
}
