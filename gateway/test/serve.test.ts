import { EventEmitter, once } from "node:events";
import { Agent, type IncomingMessage, get } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { directoryStore } from "../src/store/directory-store.js";
import { eventually } from "./support/eventually.js";
import { ask, startGateway } from "./support/start-gateway.js";
import { temporaryFolder } from "./support/temporary-folder.js";
import { publish } from "./support/write-report.js";

test("while it is about to stop it says so, and no request of a client that listens is lost", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask, served } = await startGateway(folder, { drainSeconds: 2 });
  let asked = 0;
  // Clients that, like a load balancer, go elsewhere once an answer closes the connection.
  const clients = Array.from({ length: 8 }, async () => {
    for (;;) {
      const { status, headers } = await ask("/api/v1/features/age/stats", {
        headers: { Connection: "keep-alive" },
      });
      expect(status).toBe(200);
      asked++;
      if (headers.connection === "close") return;
    }
  });
  await eventually(() => expect(asked).toBeGreaterThan(50));
  const stopped = served.stop();
  const ready = await ask("/readyz");
  await Promise.all(clients);
  await stopped;

  expect([ready.status, ready.json()["type"]]).toEqual([503, "/problems/not-ready"]);
  await expect(ask("/livez")).rejects.toThrow("ECONNREFUSED");
});

test("an answer that is being made when it stops is given, and its connection then closed", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const inner = directoryStore(folder);
  const hold = new EventEmitter();
  const held = once(hold, "released");
  let isAsked = false;
  const store = {
    ...inner,
    async get(path: string, limits: { maxBytes: number }) {
      if (path.endsWith("statistics.json")) {
        isAsked = true;
        await held;
      }
      return inner.get(path, limits);
    },
  };
  const { served } = await startGateway(folder, { store });
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const answered = once(get(`${served.address}api/v1/features/age/stats`, { agent }), "response");
  await eventually(() => expect(isAsked).toBe(true));

  const stopped = served.stop();
  await eventually(() => expect(ask(served.address, "/livez")).rejects.toThrow(/ECONNREFUSED/));
  hold.emit("released");
  const [answer] = (await answered) as [IncomingMessage];
  answer.resume();
  await stopped;

  expect(answer.statusCode).toBe(200);
});

const status = async (address: string, path: string) => (await ask(address, path)).status;

test("probes and metrics can have a port of their own, where no token is needed, and are then not on the first", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const accessTokens = [{ name: "t", sha256: "0".repeat(64), pipelines: null }];
  const { served } = await startGateway(folder, { adminPort: 0, accessTokens });

  for (const path of ["/livez", "/readyz", "/metrics"]) {
    expect([path, await status(served.adminAddress!, path)]).toEqual([path, 200]);
    expect([path, await status(served.address, path)]).not.toEqual([path, 200]);
  }
  expect(await status(served.adminAddress!, "/api/v1/pipelines")).toBe(404);
});
