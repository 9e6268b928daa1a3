import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { gateway } from "./places.js";

/**
 * Starts the real gateway over a store, asks it one thing and stops it again.
 * @param path an address relative to the gateway's root
 * @returns the body of the answer
 * @throws Error where the gateway ends early or answers with an error
 */
export async function askGateway(store: string, path: string): Promise<string> {
  const child = spawn(process.execPath, [gateway], {
    env: { ...process.env, STORE: store, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const { address } = JSON.parse(line) as { address?: string };
      if (address === undefined) continue;
      while (!(await fetch(new URL("readyz", address))).ok) await setTimeout(50);
      const answer = await fetch(new URL(path, address));
      if (!answer.ok) throw new Error(`The gateway answered ${answer.status} to ${path}.`);
      return await answer.text();
    }
    throw new Error("The gateway ended before it listened.");
  } finally {
    child.kill("SIGKILL");
  }
}
