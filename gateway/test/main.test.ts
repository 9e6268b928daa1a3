import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type IncomingMessage, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { ask } from "./support/start-gateway.js";
import { reportFiles } from "./support/report-files.js";
import { publish, temporaryFolder } from "./support/write-report.js";

interface Started {
  child: ChildProcess;
  /** Everything written so far. */
  out(): string;
  error(): string;
  ended: Promise<number | null>;
  /** Lines of the log so far. */
  events(): Record<string, unknown>[];
}

function start(environment: Record<string, string>): Started {
  const child = spawn(
    process.execPath,
    ["--conditions=@featurescope/source", "--import", "tsx", join(import.meta.dirname, "../src/main.ts")],
    { env: { PATH: process.env["PATH"], ...environment }, stdio: ["ignore", "pipe", "pipe"] },
  );
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

async function listening(started: Started): Promise<string> {
  while (!started.out().includes('"listening"')) await once(started.child.stdout!, "data");
  return String(started.events().find(({ message }) => message === "listening")?.["address"]);
}

test("it serves a folder, and on SIGTERM finishes what is under way before it ends", async () => {
  const folder = await temporaryFolder();
  const plan = { run: "a" };
  const picture = Buffer.concat([reportFiles(plan).get("features/age/chart.png")!, Buffer.alloc(9_000_000)]);
  await publish(folder, plan, { "features/age/chart.png": picture });
  const started = start({ STORE: folder, PORT: "0", POLL_SECONDS: "0.1" });
  const address = await listening(started);
  while ((await ask(address, "/readyz")).status !== 200)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await ask(address, "/api/v1/features/age/stats")).json()["feature"]).toBe("age");

  // A client that has begun to read, and reads on only after the signal.
  const [answer] = (await once(get(`${address}api/v1/features/age/plot`), "response")) as [IncomingMessage];
  started.child.kill("SIGTERM");
  await vi.waitFor(() => expect(ask(address, "/livez")).rejects.toThrow(/ECONNREFUSED/));
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);

  expect(Buffer.concat(chunks).equals(picture)).toBe(true);
  expect(await started.ended).toBe(0);
  expect(started.error()).toBe("");
});

test("a taken port gives one clear line", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const started = start({ PORT: String(port) });

  expect(await started.ended).toBe(2);
  expect(started.error()).toBe(
    `featurescope-gateway: port ${port} of 127.0.0.1 is taken: stop what listens there, or set PORT to another\n`,
  );
  expect(started.out()).toBe("");
});

test("every fault of the environment is told, one a line", async () => {
  const started = start({ PORT: "many", CATALOG: "none", HOST: "0.0.0.0" });

  expect(await started.ended).toBe(2);
  expect(started.error().trim().split("\n")).toHaveLength(3);
});
