import { mkdir, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import fc from "fast-check";
import { expect, test } from "vitest";
import { directoryStore } from "../src/store/directory-store.js";
import type { Store } from "../src/store/store.js";
import { startGateway } from "./support/start-gateway.js";
import { publish, publishedObjects, reportFiles, temporaryFolder } from "./support/write-report.js";

const day = (n: number) => ({ createdAt: new Date(Date.UTC(2026, 10, n)).toISOString() });
const newest = "/api/v1/pipelines/credit/features/age/";
const statistics = `${newest}statistics.json`;

/** A store whose every call can be made to fail or to wait. */
function breakable(store: Store) {
  const state = { isDown: false, calls: 0 };
  const call = <T>(work: () => Promise<T>): Promise<T> => {
    state.calls++;
    if (state.isDown) return Promise.reject(new FeaturescopeError("store-unreachable", "down"));
    return work();
  };
  const broken: Store = {
    address: store.address,
    async *list(folder) {
      yield* await call(async () => store.list(folder));
    },
    get: (path, limits) => call(() => store.get(path, limits)),
    stat: (path) => call(() => store.stat(path)),
  };
  return { store: broken, state };
}

async function twoRuns() {
  const folder = await temporaryFolder();
  await publish(folder, { run: "a", ...day(1), features: [{ name: "age", mean: 1 }, { name: "income" }] });
  await publish(folder, { run: "b", ...day(2), features: [{ name: "age", mean: 2 }, { name: "income" }] });
  return { folder, ofB: (file: string) => join(folder, "runs/credit/b/features/age", file) };
}

test.each([
  ["deleted", (path: string) => rm(path)],
  ["truncated", (path: string) => truncate(path, 100)],
  ["emptied", (path: string) => truncate(path, 0)],
  ["other bytes of the same length", (path: string) => writeFile(path, "x".repeat(10_000))],
  [
    "replaced by a folder",
    async (path: string) => {
      await rm(path);
      await mkdir(path);
    },
  ],
])(
  "a file of the newest run that was %s: the run before is served, for all files of the feature",
  async (_what, spoil) => {
    const { folder, ofB } = await twoRuns();
    const { ask, events } = await startGateway(folder);
    await spoil(ofB("distribution.json"));

    const distribution = await ask(`${newest}distribution.json`);
    const after = await ask(statistics);
    const list = (await ask("/api/v1/pipelines/credit/features")).json<{
      features: { name: string; run: string }[];
    }>();

    expect([distribution.status, distribution.headers["content-location"]]).toEqual([
      200,
      "../../runs/a/features/age/distribution.json",
    ]);
    expect([after.json().run, after.json().mean]).toEqual(["a", 1]);
    expect(list.features.map(({ name, run }) => [name, run])).toEqual([
      ["age", "a"],
      ["income", "b"],
    ]);
    expect(events.filter(({ level }) => level === "warn")).toHaveLength(1);
  },
);

test("a broken file at its own address says so; the other files of the run are served", async () => {
  const { folder, ofB } = await twoRuns();
  const { ask } = await startGateway(folder);
  await truncate(ofB("distribution.json"), 10);
  const ofRun = "/api/v1/pipelines/credit/runs/b/features/age/";

  const broken = await ask(`${ofRun}distribution.json`);

  expect([broken.status, broken.json().type]).toEqual([502, "/problems/document-invalid"]);
  expect(broken.text).not.toContain(folder);
  expect((await ask(`${ofRun}statistics.json`)).status).toBe(200);
});

test("where no other run has the feature, its good files are served all the same", async () => {
  const folder = await temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);
  await rm(join(folder, "runs/credit/a/features/age/chart.png"));

  expect((await ask(`${newest}chart.png`)).status).toBe(404);
  expect((await ask(statistics)).status).toBe(200);
});

test.each([
  ["NaN", '{"schemaVersion": 1, "mean": NaN}'],
  ["a byte order mark", "\uFEFF{}"],
  ["markup", "<script>alert(1)</script>"],
  ["a newer version", '{"schemaVersion": 2}'],
  ["nested without end", "[".repeat(100_000)],
])("a file with the right hash that holds %s is not served", async (_what, content) => {
  const folder = await temporaryFolder();
  await publish(folder, { run: "a", ...day(1), features: [{ name: "age", mean: 1 }] });
  const plan = { run: "b", ...day(2), features: [{ name: "age", mean: 2 }] };
  await publish(folder, plan, { "features/age/statistics.json": Buffer.from(content) });
  const { ask } = await startGateway(folder);

  expect((await ask(statistics)).json().mean).toBe(1);
  expect((await ask("/api/v1/pipelines/credit/runs/b/features/age/statistics.json")).status).toBe(502);
});

test("a picture that is none is not served", async () => {
  const folder = await temporaryFolder();
  await publish(folder, { run: "a" }, { "features/age/chart.png": Buffer.from("<html>") });
  const { ask } = await startGateway(folder);

  expect((await ask(`${newest}chart.png`)).status).toBe(502);
});

test("a run without its log entry, or with half a manifest, is not to be seen; then it is", async () => {
  const folder = await temporaryFolder();
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

test.each([
  ["not JSON", () => Buffer.from("{")],
  ["of another run", (body: Buffer) => Buffer.from(String(body).replaceAll('"run":"b"', '"run":"c"'))],
  [
    "of a newer version",
    (body: Buffer) => Buffer.from(String(body).replace('"schemaVersion":1', '"schemaVersion":2')),
  ],
  [
    "with a feature twice",
    (body: Buffer) => {
      const manifest = JSON.parse(String(body));
      return Buffer.from(
        JSON.stringify({ ...manifest, features: [...manifest.features, ...manifest.features] }),
      );
    },
  ],
  [
    "with a path that leads out",
    (body: Buffer) => Buffer.from(String(body).replace("features/age/chart.png", "../../../../secret.png")),
  ],
  [
    "with an address",
    (body: Buffer) =>
      Buffer.from(String(body).replace("features/age/chart.png", "http://169.254.169.254/chart.png")),
  ],
])("a run with a manifest that is %s is passed over", async (_what, spoil) => {
  const folder = await temporaryFolder();
  await publish(folder, { run: "a", ...day(1) });
  const plan = { run: "b", ...day(2) };
  await publish(folder, plan, { "manifest.json": spoil(reportFiles(plan).get("manifest.json")!) });
  const { ask, events } = await startGateway(folder);

  const answer = await ask(statistics);

  expect(answer.json().run).toBe("a");
  expect((await ask("/api/v1/pipelines/credit/runs/b/features/age/chart.png")).status).toBe(404);
  expect(events.filter(({ fields }) => String(fields["id"]).includes("!b."))).toHaveLength(1);
});

test("a log entry whose manifest was changed afterwards is passed over", async () => {
  const { folder } = await twoRuns();
  const path = join(folder, "runs/credit/b/manifest.json");
  await writeFile(path, `${String(reportFiles({ run: "b", ...day(2) }).get("manifest.json"))} `);
  const { ask } = await startGateway(folder);

  expect((await ask(statistics)).json().run).toBe("a");
});

test("a store that is not there at the start: the process lives, is not ready, and becomes so by itself", async () => {
  const parent = await temporaryFolder();
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
  const { store, state } = breakable(directoryStore(folder));
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
  const folder = await temporaryFolder();
  await publish(folder, { run: "a", ...day(1), features: [{ name: "age", mean: 1 }] });
  const { store, state } = breakable(directoryStore(folder));
  const { ask, refresh } = await startGateway(folder, { store });
  await ask(statistics);
  await publish(folder, { run: "b", ...day(2), features: [{ name: "age", mean: 2 }] });
  await refresh();
  state.isDown = true;

  const answer = await ask(statistics);

  expect([answer.status, answer.json().mean]).toEqual([200, 1]);
  expect(answer.headers["content-location"]).toBe("../../runs/a/features/age/statistics.json");
  expect(answer.headers["cache-status"]).toBe("featurescope; hit; fwd=stale");
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
  const folder = await temporaryFolder();
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
  const folder = await temporaryFolder();
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
  const folder = await temporaryFolder();
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

test("whatever happens to the store's files, a feature that was served once is never answered with a 5xx", async () => {
  const action = fc.constantFrom("publish", "delete", "truncate", "down", "up", "refresh", "ask");
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 25 }), async (actions) => {
      const folder = await temporaryFolder();
      const { store, state } = breakable(directoryStore(folder));
      await publish(folder, { run: "r0", ...day(1), features: [{ name: "age", mean: 0 }] });
      const { ask, refresh } = await startGateway(folder, { store });
      let runs = 1;
      expect((await ask(statistics)).status).toBe(200);
      for (const action of actions) {
        const last = join(folder, `runs/credit/r${runs - 1}/features/age/statistics.json`);
        if (action === "publish") {
          await publish(folder, {
            run: `r${runs}`,
            ...day(1 + runs),
            features: [{ name: "age", mean: runs }],
          });
          runs++;
        } else if (action === "delete") await rm(last, { force: true });
        else if (action === "truncate") await writeFile(last, "{");
        else if (action === "refresh") await refresh();
        else if (action === "ask") expect((await ask(statistics)).status).toBe(200);
        else state.isDown = action === "down";
      }
      const answer = await ask(statistics);
      expect(answer.status).toBe(200);
      const mean = Number(/runs\/r(\d+)\//.exec(answer.headers["content-location"] ?? "")?.[1]);
      expect(answer.json().mean).toBe(mean);
    }),
    { numRuns: 40 },
  );
});
