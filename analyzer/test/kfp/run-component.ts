import { runScript } from "./run-script.js";

type OutputArtifact = { path: string; metadata: Record<string, unknown> };

/** A step's outputs: artifacts, and the parameters that a pipeline branches on. */
type Outputs = Record<"report" | "overview" | "summary" | "metrics", OutputArtifact> &
  Record<"verdict" | "shifted" | "watch" | "broken" | "row_count", string | number>;

/**
 * Runs kfp-component.yaml as a step, as the real SDK does on this machine; gives what the SDK knows of its outputs, or what was said when it failed.
 * @param root where outputs go
 * @param environment the pod's
 */
export async function runComponent(
  python: string | null,
  root: string,
  args: object,
  environment: Record<string, string> = {},
): Promise<{ outputs: Outputs | null; log: string }> {
  const { last, log } = await runScript(
    python,
    "run-component.py",
    [root, JSON.stringify(args)],
    environment,
  );
  return { outputs: last === null ? null : (JSON.parse(last) as Outputs), log };
}
