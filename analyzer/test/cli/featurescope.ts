import { spawn } from "node:child_process";
import { FEATURESCOPE } from "../../../gateway/test/support/built-program.js";

/** How a command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  /** Without the lines of progress, which only a machine slower than five seconds is told. */
  stderr: string;
}

const PROGRESS = /^(reading|writing|copying|cutting|freezing) .*: \d+ %\n/gm;

/** Runs `featurescope` as a process of its own. Arguments may be grouped; an object adds to the environment. */
export function featurescope(...args: (string | string[] | Record<string, string>)[]): Promise<Ended> {
  const words = args.filter((arg) => typeof arg === "string" || Array.isArray(arg)).flat();
  const environment = args.filter((arg) => typeof arg === "object" && !Array.isArray(arg));
  const child = spawn(process.execPath, [FEATURESCOPE, ...words], {
    env: Object.assign({}, process.env, ...environment) as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr: stderr.replaceAll(PROGRESS, "") }));
  });
}
