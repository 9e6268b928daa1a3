import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { gateway } from "./places.js";

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/**
 * Starts the real gateway over a store, asks it one thing and stops it again.
 * @param path an address below the gateway's root
 * @returns the body of the answer
 * @throws Error where the gateway ends early or answers with an error
 */
export async function askGateway(store: string, path: string): Promise<string> {
  const port = await freePort();
  const child = spawn(process.execPath, [gateway], {
    env: { ...process.env, STORE: store, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    const origin = `http://127.0.0.1:${port}`;
    while (child.exitCode === null) {
      const ready = await fetch(`${origin}/readyz`).catch(() => null);
      if (ready?.ok) break;
      await setTimeout(50);
    }
    const answer = await fetch(origin + path);
    if (!answer.ok) throw new Error(`The gateway answered ${answer.status} to ${path}.`);
    return await answer.text();
  } finally {
    child.kill();
  }
}
