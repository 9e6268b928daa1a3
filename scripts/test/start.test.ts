import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";

const START = join(import.meta.dirname, "../start.mjs");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The first answer at an address, once something listens there. */
async function firstAnswer(address: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("while reports are made, a page waits for them and a second start says that the port is taken", async () => {
  const store = await mkdtemp(join(tmpdir(), "featurescope-start-"));
  const env = { ...process.env, STORE: store, PORT: String(await freePort()) };
  // A group of its own, so that what it starts ends with it.
  const first = spawn(process.execPath, [START], { env, stdio: "ignore", detached: true });
  onTestFinished(async () => {
    const ended = once(first, "exit");
    process.kill(-first.pid!, "SIGKILL");
    await ended;
    await rm(store, { recursive: true, force: true, maxRetries: 5 });
  });
  const answer = await firstAnswer(`http://127.0.0.1:${env.PORT}/`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("refresh")).toBe("2");
  expect(await answer.text()).toContain("is making its reports");

  const second = spawn(process.execPath, [START], { env, stdio: ["ignore", "ignore", "pipe"] });
  const [said, [code]] = await Promise.all([text(second.stderr), once(second, "exit")]);
  expect(said).toContain(`Port ${env.PORT} is taken`);
  expect(code).toBe(2);
});
