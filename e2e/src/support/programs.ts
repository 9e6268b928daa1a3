import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
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

/** A port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/** The built gateway, running. */
export interface Gateway {
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/**
 * Starts the built gateway over a store and waits until it is ready.
 * @param environment more of its variables
 * @throws Error where it ends instead
 */
export async function startGateway(
  store: string,
  environment: Record<string, string> = {},
): Promise<Gateway> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(repository, "gateway/bin/featurescope-gateway.js")], {
    env: {
      ...process.env,
      STORE: store,
      HOST: "127.0.0.1",
      PORT: String(port),
      POLL_SECONDS: "1",
      ...environment,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The gateway ended with ${child.exitCode} at its start.`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) break;
    await setTimeout(50);
  }
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { origin, kill };
}
