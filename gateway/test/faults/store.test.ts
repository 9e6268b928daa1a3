import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { breakableStore } from "../support/breakable-store.js";
import { publishedObjects, reportFiles } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day, twoRuns } from "../support/two-runs.js";
import { publish } from "../support/write-report.js";

const newest = "/api/v1/pipelines/credit/features/age/";
const statistics = `${newest}statistics.json`;

test("a run without its log entry, or with half a manifest, is not to be seen; then it is", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", ...day(1), features: [{ name: "age", mean: 1 }] });
  let now = 0;
  const { ask, refresh } = await startGateway(folder, { now: () => now });
  const objects = [
    ...publishedObjects({ run: "b", ...day(2), features: [{ name: "age", mean: 2 }] }, Date.now()),
  ];
  const write = async (path: string, body: Buffer) => {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), body);
  };

  for (const [path, body] of objects) {
    await write(path, body.subarray(0, body.length / 2));
    await refresh();
    expect((await ask(statistics)).json().mean).toBe(1);
    await write(path, body);
    if (!path.startsWith("_log")) await refresh();
  }
  expect((await ask(statistics)).json().mean).toBe(1);
  now += 1000;
  await refresh();
  expect((await ask(statistics)).json().mean).toBe(2);
});

test("a store that is not there at the start: the process lives, is not ready, and becomes so by itself", async () => {
  const parent = temporaryFolder();
  const folder = join(parent, "reports");
  const { ask, refresh } = await startGateway(folder);

  expect((await ask("/livez")).status).toBe(200);
  const ready = await ask("/readyz");
  expect([ready.status, ready.json().type, ready.headers["retry-after"]]).toEqual([
    503,
    "/problems/store-unreachable",
    "2",
  ]);
  expect((await ask(statistics)).status).toBe(503);
  expect((await ask("/")).status).toBe(200);

  await publish(folder, { run: "a" });
  await refresh();
  expect((await ask("/readyz")).status).toBe(200);
  expect((await ask(statistics)).status).toBe(200);
});

test("a store that goes away: what is in memory is served, all lists, and nothing else", async () => {
  const { folder } = await twoRuns();
  const { store, state } = breakableStore(directoryStore(folder));
  const { ask, refresh } = await startGateway(folder, { store });
  const before = await ask(statistics);
  state.isDown = true;
  await refresh();

  const kept = await ask(statistics);
  const cold = await ask(`${newest}distribution.json`);

  expect([kept.status, kept.body]).toEqual([200, before.body]);
  expect((await ask("/api/v1/pipelines/credit/features")).status).toBe(200);
  expect((await ask(`${newest}history`)).status).toBe(200);
  expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "store-unreachable" });
  expect([cold.status, cold.json().type, cold.headers["retry-after"]]).toEqual([
    503,
    "/problems/store-unreachable",
    "2",
  ]);

  state.isDown = false;
  await refresh();
  expect((await ask("/readyz")).json()).toEqual({ status: "ready", store: "reachable" });
});

test("a new run whose files cannot be read: the copy of the run before is served, and said to be stale", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", ...day(1), features: [{ name: "age", mean: 1 }] });
  const { store, state } = breakableStore(directoryStore(folder));
  const { ask, refresh } = await startGateway(folder, { store });
  await ask(statistics);
  await publish(folder, { run: "b", ...day(2), features: [{ name: "age", mean: 2 }] });
  state.failing = /statistics/;
  await refresh();

  const answer = await ask(statistics);

  expect([answer.status, answer.json().mean]).toEqual([200, 1]);
  expect(answer.headers["content-location"]).toBe("../../runs/a/features/age/statistics.json");
  expect(answer.headers["cache-status"]).toBe("featurescope; fwd=stale");
});

test("a run that is deleted is served until two listings lacked it", async () => {
  const { folder } = await twoRuns();
  const { ask, refresh } = await startGateway(folder);
  await ask(statistics);
  await rename(join(folder, "_log"), join(folder, "hidden"));

  await refresh();
  expect((await ask(statistics)).status).toBe(200);
  await refresh();
  expect((await ask(statistics)).status).toBe(404);
  await rename(join(folder, "hidden"), join(folder, "_log"));
  await refresh();
  expect((await ask(statistics)).status).toBe(200);
});

test("a folder that is written anew is another report", async () => {
  const folder = temporaryFolder();
  const write = async (mean: number) => {
    await rm(folder, { recursive: true, force: true });
    for (const [path, body] of reportFiles({
      run: `r${mean}`,
      ...day(mean),
      features: [{ name: "age", mean }],
    })) {
      await mkdir(join(folder, path, ".."), { recursive: true });
      await writeFile(join(folder, path), body);
    }
  };
  await write(1);
  const { ask, refresh } = await startGateway(folder, { catalog: "scan" });
  expect((await ask(statistics)).json().mean).toBe(1);

  await write(2);
  await refresh();
  expect((await ask(statistics)).json().mean).toBe(2);
  await refresh();
  expect((await ask("/api/v1/pipelines/credit/runs/r1")).status).toBe(404);
});

test("the same run in the same folder, written anew, shows its new content", async () => {
  const folder = temporaryFolder();
  const write = async (mean: number) => {
    for (const [path, body] of reportFiles({ run: "r", features: [{ name: "age", mean }] })) {
      await mkdir(join(folder, path, ".."), { recursive: true });
      await writeFile(join(folder, path), body);
    }
  };
  await write(1);
  const { ask, refresh } = await startGateway(folder, { catalog: "scan" });
  expect((await ask(statistics)).json().mean).toBe(1);
  await write(20);
  await refresh();
  await refresh();
  await refresh();

  expect((await ask(statistics)).json().mean).toBe(20);
});

test("of two runs with one id the one published first stays", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", pipeline: "credit", features: [{ name: "age", mean: 1 }] });
  const { gateway, events } = await startGateway(folder);
  const copy = join(folder, "copy");
  for (const [path, body] of reportFiles({ run: "a", features: [{ name: "age", mean: 2 }] })) {
    await mkdir(join(copy, path, ".."), { recursive: true });
    await writeFile(join(copy, path), body);
  }
  const { ask, refresh } = await startGateway(folder, { catalog: "scan" });
  await refresh();

  expect((await ask(statistics)).json().mean).toBe(1);
  expect(gateway.refresher.isReady).toBe(true);
  expect(events).toHaveLength(1);
});
