import { execFile } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

const [component, script, programs] = [
  "../../../kfp-component.yaml",
  "run-component.py",
  "../../../node_modules/.bin",
].map((path) => fileURLToPath(new URL(path, import.meta.url))) as [string, string, string];

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
  const env = { ...process.env, ...environment, PATH: `${programs}${delimiter}${process.env["PATH"]}` };
  return new Promise((resolve) => {
    execFile(
      python ?? "",
      [script, component, root, JSON.stringify(args)],
      { env },
      (error, stdout, stderr) => {
        const last = stdout.trim().split("\n").at(-1) ?? "";
        resolve({ outputs: error === null ? (JSON.parse(last) as Outputs) : null, log: stdout + stderr });
      },
    );
  });
}
