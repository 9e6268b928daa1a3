import { afterAll, describe, expect, test } from "vitest";
import { FEATURESCOPE } from "../support/built-program.js";
import { countingStore } from "../support/counting-store.js";
import { eventually } from "../support/eventually.js";
import { listenEvents } from "../support/listen-events.js";
import { publishedObjects } from "../support/report-files.js";
import { freePorts } from "../support/servers/free-ports.js";
import { startMinio } from "../support/servers/minio.js";
import { obtain } from "../support/servers/obtain.js";
import { BUCKET, PREFIX } from "../support/servers/real-s3.js";
import { runProgram } from "../support/servers/run-program.js";
import { startSeaweedfs } from "../support/servers/seaweedfs.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { writeReport } from "../support/write-report.js";

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
    const store = countingStore(server.store(folder));
    const gateway = await startGateway(temporaryFolder(), { store, ...settings });
    const meanOf = async () => (await gateway.ask(`${newest}statistics.json`)).json()["mean"];
    return { ...gateway, folder, store, publish, meanOf };
  }

  test("a published run is served from it, read with the rights of a reader alone", async () => {
    const { refresh, publish, meanOf, ask } = await started();

    expect(await meanOf()).toBe(1);
    await publish(2);
    await refresh();
    expect(await meanOf()).toBe(2);
    expect((await ask(`${newest}chart.png`)).headers["content-type"]).toBe("image/png");
  });

  /** Publishes with the command line, as the next run of the gateway's folder. */
  async function publishByCommand(folder: string, n: number): Promise<void> {
    const report = temporaryFolder();
    await writeReport(report, runPlan(n));
    const to = `s3://${BUCKET}/${PREFIX}/${folder}`;
    await runProgram(process.execPath, [FEATURESCOPE, "publish", report, "--to", to], server.environment());
  }

  test("from publish to event: its own webhook makes a run visible and told of, without waiting for the next look", async () => {
    const { folder, meanOf, served } = await started({ port, hookTokens: [token] });
    const { events } = await listenEvents(served.address, { query: "?pipeline=credit" });
    expect(await meanOf()).toBe(1);
    await publishByCommand(folder, 2);

    await eventually(() => expect(events).toMatchObject([{ name: "report", data: { run: "r2" } }]));
    expect(await meanOf()).toBe(2);
  });

  test("from publish to event without a webhook: with one of the next looks, each of which is one listing", async () => {
    const { folder, meanOf, served, store } = await started({ pollSeconds: 0.3 });
    const { events } = await listenEvents(served.address);
    await publishByCommand(folder, 2);

    await eventually(() => expect(events).toMatchObject([{ name: "report", data: { run: "r2" } }]));
    expect(await meanOf()).toBe(2);
    // The entries of the two runs and their manifests, and what was asked for; each once.
    expect(store.gets).toBeLessThanOrEqual(7);
  });

  test("while it hangs, what is in memory is served, the rest refused at once; then all comes back", async () => {
    const { refresh, ask, meanOf } = await started();
    await meanOf();
    await server.suspend();
    try {
      const looking = refresh();
      for (let i = 0; i < 50; i++) expect(await meanOf()).toBe(1);
      const asked = performance.now();
      const cold = await ask(`${newest}chart.png`);
      expect([cold.status, cold.headers["retry-after"]]).toEqual([503, "2"]);
      // A promise of the interface, not a measurement: whoever waits longer may give up.
      expect(performance.now() - asked).toBeLessThan(2000);
      await looking;
      expect(await meanOf()).toBe(1);
      // On a busy machine the first look may still have been answered while the server was being stopped.
      await eventually(async () => {
        await refresh();
        expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "store-unreachable" });
      });
    } finally {
      server.resume();
    }

    await eventually(async () => {
      await refresh();
      expect((await ask(`${newest}chart.png`)).status).toBe(200);
    });
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
    expect(performance.now() - asked).toBeLessThan(2000);
    expect((await ask("/api/v1/pipelines/credit/features")).status).toBe(200);
  });
});
