import { afterAll, describe, expect, test, vi } from "vitest";
import { freePorts } from "../support/servers/free-ports.js";
import { startMinio } from "../support/servers/minio.js";
import { obtain } from "../support/servers/obtain.js";
import { startSeaweedfs } from "../support/servers/seaweedfs.js";
import { startGateway } from "../support/start-gateway.js";
import { publishedObjects } from "../support/report-files.js";
import { temporaryFolder } from "../support/write-report.js";

const newest = "/api/v1/pipelines/credit/features/age/";
const token = "a-token-for-real-webhooks";
const [port = 0] = await freePorts(1);
const hook = { address: `http://127.0.0.1:${port}/hooks/refresh`, token };
const servers = [
  await obtain("MinIO", () => startMinio(hook)),
  await obtain("SeaweedFS", () => startSeaweedfs(hook)),
].filter((server) => server !== null);

let folders = 0;

function runPlan(n: number) {
  return {
    run: `r${n}`,
    createdAt: new Date(Date.UTC(2026, 10, n)).toISOString(),
    features: [{ name: "age", mean: n }],
  };
}

test("a real store can be had", () => {
  // In CI one that cannot be had has failed already.
  expect(servers.length).toBeGreaterThan(0);
});

describe.each(servers)("$name", (server) => {
  afterAll(() => server.stop());

  async function started(settings = {}) {
    const folder = `gateway-${folders++}`;
    const publish = (n: number) => server.put(folder, publishedObjects(runPlan(n), Date.UTC(2026, 10, n)));
    await publish(1);
    const store = server.store(folder, { idleMs: 800 });
    const gateway = await startGateway(await temporaryFolder(), { store, ...settings });
    const meanOf = async () => (await gateway.ask(`${newest}statistics.json`)).json()["mean"];
    return { ...gateway, publish, meanOf };
  }

  test("a published run is served from it, read with the rights of a reader alone", async () => {
    const { refresh, publish, meanOf, ask } = await started();

    expect(await meanOf()).toBe(1);
    await publish(2);
    await refresh();
    expect(await meanOf()).toBe(2);
    expect((await ask(`${newest}chart.png`)).headers["content-type"]).toBe("image/png");
  });

  test("its own webhook makes a published run visible without waiting for the next look", async () => {
    const { publish, meanOf } = await started({ port, hookTokens: [token] });
    await publish(2);

    await vi.waitFor(async () => expect(await meanOf()).toBe(2), { timeout: 20_000, interval: 100 });
  });

  test("while it hangs, what is in memory is served, the rest refused at once; then all comes back", async () => {
    const { refresh, ask, meanOf } = await started();
    await meanOf();
    server.suspend();
    try {
      const looking = refresh();
      for (let i = 0; i < 50; i++) expect(await meanOf()).toBe(1);
      const cold = await ask(`${newest}chart.png`);
      expect([cold.status, cold.headers["retry-after"]]).toEqual([503, "2"]);
      await looking;
      expect(await meanOf()).toBe(1);
      // On a busy machine the first look may still have been answered while the server was being stopped.
      await vi.waitFor(
        async () => {
          await refresh();
          expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "store-unreachable" });
        },
        { timeout: 20_000, interval: 300 },
      );
    } finally {
      server.resume();
    }

    await vi.waitFor(
      async () => {
        await refresh();
        expect((await ask(`${newest}chart.png`)).status).toBe(200);
      },
      { timeout: 20_000, interval: 300 },
    );
  });

  test("when it dies, what is in memory is served on, and the rest refused in under two seconds", async () => {
    const { refresh, ask, meanOf } = await started();
    await meanOf();
    await server.stop();
    await refresh();

    for (let i = 0; i < 50; i++) expect(await meanOf()).toBe(1);
    const asked = performance.now();
    const cold = await ask(`${newest}chart.png`);
    expect([cold.status, cold.headers["retry-after"]]).toEqual([503, "2"]);
    // A promise of the interface, not a measurement: whoever waits longer may give up.
    expect(performance.now() - asked).toBeLessThan(2000);
    expect((await ask("/api/v1/pipelines/credit/features")).status).toBe(200);
  });
});
