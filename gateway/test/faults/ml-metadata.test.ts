import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.js";
import { recordedReport } from "../support/recorded-report.js";
import { reportFiles } from "../support/report-files.js";
import { startMlMetadata } from "../support/servers/ml-metadata.js";
import { obtain } from "../support/servers/obtain.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day } from "../support/two-runs.js";
import { writeReport } from "../support/write-report.js";

const statistics = "/api/v1/pipelines/credit/features/age/statistics.json";
const obtained = await obtain("ML Metadata", startMlMetadata);

const planOf = (n: number) => ({ run: `r${n}`, ...day(n), features: [{ name: "age", mean: n }] });

describe.runIf(obtained !== null)("a gateway that asks ML Metadata", () => {
  const server = obtained!;
  afterAll(() => server.stop());
  beforeEach(() => server.empty());

  async function start(settings: { now?: () => number } = {}) {
    const folder = temporaryFolder();
    const note = (n: number) =>
      recordedReport(
        planOf(n),
        reportFiles(planOf(n)).get("manifest.json")!,
        `file://${join(folder, `outputs/run-${n}/feature-analyzer/report`)}`,
      );
    async function publish(n: number): Promise<number> {
      await writeReport(join(folder, `outputs/run-${n}/feature-analyzer/report`), planOf(n));
      const [id] = await server.record(note(n));
      return id!;
    }
    const startOver = () =>
      startGateway(folder, {
        catalog: "mlmd",
        mlMetadata: { address: server.address, tls: false, namespace: null },
        ...settings,
      });
    return { folder, note, publish, startOver };
  }

  test("serves what was noted, and sees what is noted next; a look at nothing new is one call", async () => {
    const { publish, startOver, note } = await start();
    await server.recordMany(Array.from({ length: 130 }, (_, i) => note(1 + (i % 28))));
    await publish(1);
    const { ask, refresh, gateway } = await startOver();
    expect((await ask(statistics)).json()).toMatchObject({ mean: 1 });
    expect((await ask("/readyz")).status).toBe(200);
    await server.calls();

    await refresh();
    expect(await server.calls()).toEqual(["GetArtifacts"]);
    await publish(2);
    await refresh();
    expect((await ask(statistics)).json()).toMatchObject({ mean: 2 });
    // The page that has something new in it is not all known, so the next one is asked for as well.
    expect(await server.calls()).toEqual(["GetArtifacts", "GetArtifacts"]);
    expect(gateway.index.pipeline("credit")!.runs).toHaveLength(2);
    const measured =
      'featurescope_store_call_duration_seconds_count{operation="GetArtifacts",outcome="ok"} 5';
    expect((await ask("/metrics")).text).toContain(measured);
  });

  test("however many reports lie elsewhere, a look at nothing new is one call, and nothing of them is served", async () => {
    const { publish, startOver, note } = await start();
    await publish(1);
    const elsewhere = Array.from({ length: 120 }, (_, i) => note(2 + (i % 20)));
    for (const [output] of elsewhere.map(({ outputs }) => outputs)) output!.uri = "minio://of-others/report";
    await server.recordMany(elsewhere);
    const { refresh, gateway, events } = await startOver();
    await server.calls();
    await refresh();

    expect(await server.calls()).toEqual(["GetArtifacts"]);
    expect(gateway.index.pipeline("credit")!.runIds()).toEqual(["r1"]);
    expect(events.filter(({ message }) => /elsewhere/.test(message))).toHaveLength(1);
  });

  test("where it is not there at the start, the gateway is not ready, and becomes so by itself", async () => {
    const { publish, startOver } = await start();
    await publish(1);
    await server.end();
    const { ask, refresh } = await startOver();

    expect((await ask("/livez")).status).toBe(200);
    for (const path of ["/readyz", statistics]) {
      const answer = await ask(path);
      expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "2"]);
      expect(answer.json()).toMatchObject({ type: "/problems/store-unreachable" });
    }
    await server.begin();
    await eventually(async () => {
      await refresh();
      expect((await ask("/readyz")).status).toBe(200);
    });
    expect((await ask(statistics)).json()).toMatchObject({ mean: 1 });
  });

  test("where it goes away or hangs, all is served as before, and it is found again", async () => {
    const { publish, startOver } = await start();
    await publish(1);
    const { ask, refresh, events } = await startOver();
    await server.end();
    await refresh();
    await refresh();

    expect((await ask(statistics)).json()).toMatchObject({ mean: 1 });
    // Not in memory before: only the folder is needed for it.
    expect((await ask(statistics.replace("statistics", "distribution"))).status).toBe(200);
    expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "store-unreachable" });
    expect(events.filter(({ message }) => message === "the store does not answer")).toHaveLength(1);
    await server.begin();
    await publish(2);
    await eventually(async () => {
      await refresh();
      expect((await ask(statistics)).json()).toMatchObject({ mean: 2 });
    });
    await server.suspend();
    try {
      const look = refresh();
      expect((await ask(statistics)).status).toBe(200);
      server.resume();
      await look;
    } finally {
      server.resume();
    }
  });

  test("reports whose files have expired are no fault, and told of in one line; the run before is served", async () => {
    let now = 0;
    const { publish, startOver, folder } = await start({ now: () => now });
    await publish(1);
    await publish(2);
    await publish(3);
    for (const n of [2, 3]) await rm(join(folder, `outputs/run-${n}`), { recursive: true });
    const { ask, refresh, events, gateway } = await startOver();
    for (now of [2000, 10_000, 100_000]) await refresh();

    expect((await ask(statistics)).json()).toMatchObject({ mean: 1 });
    const lines = events.map(({ level, message, fields }) => [level, message, fields["reports"]]);
    expect(lines).toContainEqual(["info", "reports whose files are gone are left out", 2]);
    expect(lines.filter(([level, message]) => level === "warn" || /gone/.test(String(message)))).toHaveLength(
      1,
    );
    expect(gateway.refresher.passedOver).toBe(0);
    await publish(3);
    now = 200_000;
    await refresh();
    expect((await ask(statistics)).json()).toMatchObject({ mean: 3 });
  });

  test("a report that was deleted from it goes after two looks", async () => {
    const { publish, startOver } = await start();
    await publish(1);
    const id = await publish(2);
    const { ask, refresh } = await startOver();
    await server.change(id, { state: "DELETED" });

    await refresh();
    expect((await ask(statistics)).json()).toMatchObject({ mean: 2 });
    await refresh();
    expect((await ask(statistics)).json()).toMatchObject({ mean: 1 });
  });

  test("a run that is published a second time is in it once", async () => {
    const { publish, startOver } = await start();
    await publish(1);
    await publish(1);
    const { gateway, events } = await startOver();

    expect(gateway.index.pipeline("credit")!.runs).toHaveLength(1);
    expect(events.filter(({ level }) => level === "warn")).toEqual([]);
  });
});
