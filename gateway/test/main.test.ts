import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type IncomingMessage, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { GATEWAY } from "./support/built-program.js";
import { eventually } from "./support/eventually.js";
import { hasNamespaces } from "./support/namespaces.js";
import { reportFiles } from "./support/report-files.js";
import { ask } from "./support/start-gateway.js";
import { listening, startProgram as start } from "./support/start-program.js";
import { temporaryFolder } from "./support/temporary-folder.js";
import { publish } from "./support/write-report.js";

test.each(["SIGTERM", "SIGHUP"] as const)(
  "it serves a folder, and on %s finishes what is under way before it ends",
  async (signal) => {
    const folder = temporaryFolder();
    const plan = { run: "a" };
    const picture = Buffer.concat([
      reportFiles(plan).get("features/age/chart.png")!,
      Buffer.alloc(9_000_000),
    ]);
    await publish(folder, plan, { "features/age/chart.png": picture });
    const started = start({ STORE: folder, PORT: "0", POLL_SECONDS: "0.1" });
    const address = await listening(started);
    while ((await ask(address, "/readyz")).status !== 200)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await ask(address, "/api/v1/features/age/stats")).json()["feature"]).toBe("age");

    // A client that has begun to read, and reads on only after the signal.
    const [answer] = (await once(get(`${address}api/v1/features/age/plot`), "response")) as [IncomingMessage];
    started.child.kill(signal);
    await eventually(() => expect(ask(address, "/livez")).rejects.toThrow(/ECONNREFUSED/));
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);

    expect(Buffer.concat(chunks).equals(picture)).toBe(true);
    expect(await started.ended).toBe(0);
    expect(started.error()).toBe("");
  },
);

test.skipIf(!hasNamespaces)(
  "a signal that comes while it starts ends it, also as the first process of a container",
  async () => {
    const unshare = spawn(
      "unshare",
      ["--user", "--pid", "--fork", "--kill-child", process.execPath, GATEWAY],
      {
        env: { PATH: process.env["PATH"], STORE: temporaryFolder(), PORT: "0" },
      },
    );
    onTestFinished(() => void unshare.kill("SIGKILL"));
    let out = "";
    unshare.stdout.on("data", (data) => (out += String(data)));
    const children = `/proc/${unshare.pid}/task/${unshare.pid}/children`;
    // The system drops what the first process of a container does not listen to yet, so it is told until it serves.
    const telling = setInterval(() => {
      try {
        const pid = Number(readFileSync(children, "utf8"));
        if (pid > 0 && out === "") process.kill(pid, "SIGTERM");
      } catch {
        // It has ended.
      }
    }, 5);
    onTestFinished(() => clearInterval(telling));

    const [code, signal] = await once(unshare, "exit");
    // While Node itself starts, the system may end it by the signal: what runs containers calls that 143, too.
    const ended = signal === "SIGTERM" ? 143 : code;
    // Newer versions of Node hear of it only when the gateway serves already, which then stops as usual.
    expect([ended, out.includes("stopping")]).toEqual(out === "" ? [143, false] : [0, true]);
  },
);

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

test("--check says what it would do, without secrets, and ends", async () => {
  const environment = {
    STORE: "s3://mlpipeline/reports",
    S3_ENDPOINT_URL: "http://127.0.0.1:9",
    S3_ACCESS_KEY: "access-key-id",
    S3_SECRET_KEY: "a-secret-that-must-not-show",
    ACCESS_TOKENS: `console:${"0".repeat(64)}, risk:${"1".repeat(64)}:credit|fraud`,
    HOOK_TOKENS: "a-hook-token-that-must-not-show",
    HOST: "0.0.0.0",
  };
  const started = start(environment, "--check");

  expect(await started.ended).toBe(5);
  expect(started.out()).toContain("http://127.0.0.1:9, bucket mlpipeline, below reports/");
  expect(started.out()).toContain("token console (all pipelines); token risk (credit, fraud)");
  expect(started.out()).not.toMatch(/must-not-show|access-key-id|0000/);
});

test.each(["--help", "-h"])("%s says how it is started", async (option) => {
  const help = start({}, option);

  expect(await help.ended).toBe(0);
  expect(help.out()).toContain("STORE=./reports PORT=8000 featurescope-gateway");
});

test.each(["--version", "-V"])("%s says which one it is, whatever the environment", async (option) => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const started = start({ PORT: "many" }, option);

  expect(await started.ended).toBe(0);
  expect(started.out()).toBe(`${version}\n`);
});

test("any other argument is refused", async () => {
  const other = start({}, "--port", "1");

  expect(await other.ended).toBe(2);
  expect(other.error()).toBe(
    "featurescope-gateway: expected --check, --version, --help or nothing, found --port 1\n",
  );
});
