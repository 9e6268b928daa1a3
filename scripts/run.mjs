import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository's root, with a trailing slash. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a program at the root and gives its exit code; its output goes where ours goes.
 * A program of a package is found in node_modules/.bin, without npx.
 */
export function run(program, args, env = {}) {
  const command = program === "node" ? process.execPath : `${root}node_modules/.bin/${program}`;
  const child = spawn(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

/** Runs programs one after another and exits with the first code that is not 0. */
export async function runAll(...steps) {
  for (const [program, ...args] of steps) {
    const code = await run(program, args);
    if (code !== 0) process.exit(code);
  }
}
