import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { GATEWAY } from "./built-program.js";

/** The program, started. */
export interface StartedProgram {
  child: ChildProcess;
  /** Everything written so far. */
  out(): string;
  error(): string;
  ended: Promise<number | null>;
  /** Lines of the log so far. */
  events(): Record<string, unknown>[];
}

/** Starts the program with an environment; it ends with the test. */
export function startProgram(environment: Record<string, string>, ...args: string[]): StartedProgram {
  return startCommand([process.execPath, GATEWAY, ...args], environment);
}

/** Starts a command that runs the program; it ends with the test. */
export function startCommand(
  [command = "", ...args]: readonly string[],
  environment: Record<string, string>,
): StartedProgram {
  const child = spawn(command, args, {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  let error = "";
  child.stdout.on("data", (data) => (out += String(data)));
  child.stderr.on("data", (data) => (error += String(data)));
  return {
    child,
    out: () => out,
    error: () => error,
    ended: once(child, "exit").then(([code]) => code as number | null),
    events: () =>
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

/** Waits until it listens, and gives its address. */
export async function listening(program: StartedProgram): Promise<string> {
  while (!program.out().includes('"listening"')) await once(program.child.stdout!, "data");
  return String(program.events().find(({ message }) => message === "listening")?.["address"]);
}
