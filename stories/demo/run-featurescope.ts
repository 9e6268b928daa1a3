import { spawn, type ChildProcess } from "node:child_process";
import { featurescope } from "./places.js";

const running = new Set<ChildProcess>();

/** Ends every command that is still running, when one failed and the rest is in vain. */
export function stopAll(): void {
  for (const child of running) child.kill();
}

/** Options of a command by their long names without dashes; `true` for a switch. */
export type CommandOptions = Record<string, string | true>;

/**
 * Runs the real `featurescope` command, quietly, in a process of its own.
 * @param folder where it runs: reports name their sources as they were given, so short paths from here read best
 * @param paths arguments without a name
 * @returns what it wrote to its standard output
 * @throws Error with the command's own message when it ends with another code than 0
 */
export function runFeaturescope(
  folder: string,
  command: string,
  options: CommandOptions,
  paths: readonly string[] = [],
): Promise<string> {
  const named = Object.entries(options).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : [`--${name}`, value],
  );
  const args = [featurescope, command, ...paths, ...named, "--quiet"];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(output);
      else reject(new Error(`featurescope ${command} ended with ${code ?? signal}: ${errors.trim()}`));
    });
  });
}
