import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** How a command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  /** Without the lines of progress, which only a machine slower than five seconds is told. */
  stderr: string;
}

const PROGRESS = /^[a-z ]+: \d+ %\n/gm;

/** Options of Node that run the command from its TypeScript. */
export const NODE_OPTIONS = ["--conditions=@featurescope/source", "--import", "tsx", main];

/** Runs `featurescope` as a process of its own, from its source. Arguments may be grouped; an object adds to the environment. */
export function featurescope(...args: (string | string[] | Record<string, string>)[]): Promise<Ended> {
  const words = args.filter((arg) => typeof arg === "string" || Array.isArray(arg)).flat();
  const environment = args.filter((arg) => typeof arg === "object" && !Array.isArray(arg));
  const child = spawn(process.execPath, [...NODE_OPTIONS, ...words], {
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
