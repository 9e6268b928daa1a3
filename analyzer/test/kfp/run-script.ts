import { execFile } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

const [scripts, component, programs] = [".", "../../../kfp-component.yaml", "../../../node_modules/.bin"].map(
  (path) => fileURLToPath(new URL(path, import.meta.url)),
) as [string, string, string];

/**
 * Runs one of the Python scripts beside this file with kfp-component.yaml, as steps of a pod find the built command; gives its last line, or what was
 * said when it failed.
 * @param args after the component
 * @param environment the pod's
 */
export function runScript(
  python: string | null,
  script: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ last: string | null; log: string }> {
  const env = { ...process.env, ...environment, PATH: `${programs}${delimiter}${process.env["PATH"]}` };
  return new Promise((resolve) => {
    execFile(python ?? "", [`${scripts}/${script}`, component, ...args], { env }, (error, stdout, stderr) => {
      const last = stdout.trim().split("\n").at(-1) ?? "";
      resolve({ last: error === null ? last : null, log: stdout + stderr });
    });
  });
}
