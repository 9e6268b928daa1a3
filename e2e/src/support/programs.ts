import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";

/** Root of the repository. */
export const repository = join(import.meta.dirname, "../../..");

/**
 * Runs the built `featurescope` command.
 * @throws Error with what it said, when it ends with another code than 0
 */
export async function featurescope(...args: string[]): Promise<void> {
  const program = join(repository, "analyzer/bin/featurescope.js");
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`featurescope ${args.join(" ")} ended with ${code}: ${errors}`);
}

/** The built gateway, running. */
export interface Gateway {
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/** Address that the gateway says it listens on, in a line of JSON. */
async function addressOf(output: Readable): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const { address } = JSON.parse(line) as { address?: string };
    if (address !== undefined) return address;
  }
  throw new Error("The gateway ended before it listened.");
}

/**
 * Starts the built gateway over a store, on a port of its own, and waits until it is ready.
 * @param environment more of its variables
 */
export async function startGateway(
  store: string,
  environment: Record<string, string> = {},
): Promise<Gateway> {
  const program = join(repository, "gateway/bin/featurescope-gateway.js");
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, STORE: store, PORT: "0", POLL_SECONDS: "1", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { origin } = new URL(await addressOf(child.stdout));
  child.stdout.resume();
  while (!(await fetch(`${origin}/readyz`)).ok) await setTimeout(50);
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { origin, kill };
}
