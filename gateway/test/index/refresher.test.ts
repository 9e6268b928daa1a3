import { FeaturescopeError, type Manifest } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import type { Catalog, Sighting } from "../../src/catalog/catalog.js";
import { Refresher } from "../../src/index/refresher.js";
import { ReportIndex } from "../../src/index/report-index.js";
import type { Report } from "../../src/index/report.js";
import { packedReport } from "../support/packed-report.js";
import { reportFiles } from "../support/report-files.js";

const HOUR = 3_600_000;
const manifest = JSON.parse(String(reportFiles({ run: "r" }).get("manifest.json"))) as Manifest;

const sighting = (n: number): Sighting => ({
  id: String(9_000_000 - n),
  publishedAt: n * HOUR,
  of: { pipelineKey: "credit", run: `r${n}` },
});

/** A catalog of runs that are numbered; the greatest was published last. */
function numberedCatalog(count: number) {
  const state = {
    runs: Array.from({ length: count }, (_, i) => i),
    listed: 0,
    opened: 0,
    isDown: false,
    why: "down",
    expired: 0,
  };
  const catalog: Catalog = {
    name: "numbered",
    isNewestFirst: true,
    pageSize: 1000,
    async *list() {
      for (const n of state.runs.toSorted((a, b) => b - a)) {
        if (state.isDown) throw new FeaturescopeError("store-unreachable", state.why);
        state.listed++;
        yield sighting(n);
      }
    },
    isGone: async (id) => !state.runs.includes(9_000_000 - Number(id)),
    async open({ id, publishedAt }): Promise<Report> {
      state.opened++;
      const n = 9_000_000 - Number(id);
      if (n < state.expired) throw new FeaturescopeError("unknown-file", "expired");
      const createdAt = new Date(Date.UTC(2026, 0, 1) + n * HOUR).toISOString();
      const own = { ...manifest, run: `r${n}`, createdAt };
      return packedReport(own, { id, publishedAt, path: `r${n}` });
    },
  };
  return { catalog, state };
}

function started(count: number) {
  const { catalog, state } = numberedCatalog(count);
  const index = new ReportIndex({ maxRuns: 500, maxBytes: 1e9 });
  let now = 0;
  const added: string[] = [];
  const removed: string[] = [];
  const logged: unknown[] = [];
  const refresher = new Refresher({
    catalog,
    index,
    log: (level, message, { error, ...fields } = {}) =>
      logged.push([level, message, fields, ...(error instanceof Error ? [error.message] : [])]),
    onAdded: (report) => added.push(report.manifest.run),
    onRemoved: (report) => removed.push(report.manifest.run),
    now: () => now,
  });
  const newest = () => index.pipeline("credit")?.runs[0]?.manifest.run;
  return { refresher, index, state, added, removed, logged, newest, pass: (ms: number) => (now += ms) };
}

test("of a hundred thousand runs the newest are read, all are known, and a look then reads one page", async () => {
  const { refresher, index, state, newest } = started(100_000);

  await refresher.refresh();
  expect([index.size, newest()]).toEqual([100_000, "r99999"]);
  // Those that were being read when the last place was taken are set aside again.
  expect(state.opened).toBeLessThan(510);
  expect(index.pipeline("credit")?.older.size).toBe(99_500);

  state.listed = 0;
  state.runs.push(100_000);
  await refresher.refresh();
  expect(newest()).toBe("r100000");
  expect(state.listed).toBe(1000);
  expect(index.pipeline("credit")?.runs).toHaveLength(500);
});

test("a look at a large store is one page of its listing, however many runs are new in it", async () => {
  const { refresher, index, state } = started(5000);
  await refresher.refresh();
  for (const [news, read] of [
    [0, 1000],
    [1, 1000],
    [900, 1000],
    // Then what follows may be new as well.
    [1100, 2000],
  ] as const) {
    const size = state.runs.length;
    state.runs.push(...Array.from({ length: news }, (_, i) => size + i));
    state.listed = 0;
    await refresher.refresh();
    expect([news, state.listed, index.size]).toEqual([news, read, state.runs.length]);
  }
});

test("what is new is told, but not what was there at the start", async () => {
  const { refresher, state, added } = started(3);
  await refresher.refresh();
  expect(added).toEqual([]);

  state.runs.push(7, 8);
  await refresher.refresh();
  expect(added.toSorted()).toEqual(["r7", "r8"]);
});

test("a run that two listings lacked is dropped, also if only the newest part was listed", async () => {
  const { refresher, state, removed, newest } = started(5000);
  await refresher.refresh();
  state.runs.pop();

  await refresher.refresh();
  expect([newest(), removed]).toEqual(["r4999", []]);
  await refresher.refresh();
  expect([newest(), removed]).toEqual(["r4998", ["r4999"]]);
});

test("an older run that is gone is dropped after whole looks, which come from time to time", async () => {
  const { refresher, index, state, removed, pass } = started(5000);
  await refresher.refresh();
  state.runs.shift();
  for (let i = 0; i < 5; i++) await refresher.refresh();
  expect(index.size).toBe(5000);

  for (let i = 0; i < 2; i++) {
    pass(6 * HOUR);
    await refresher.refresh();
  }
  expect(index.size).toBe(4999);
  // No page shows what is known by its id alone.
  expect(removed).toEqual([]);
});

test("a run that is set aside for a newer one is not told to have gone", async () => {
  const { refresher, index, state, removed } = started(500);
  await refresher.refresh();
  state.runs.push(500);
  for (let look = 0; look < 3; look++) await refresher.refresh();

  expect([index.size, [...index.pipeline("credit")!.older.keys()], removed]).toEqual([501, ["r0"], []]);
});

test("a listing that fails midway drops nothing, and what it showed is served", async () => {
  const { refresher, index, state, newest, removed } = started(10);
  await refresher.refresh();
  state.isDown = true;
  for (let i = 0; i < 3; i++) await refresher.refresh();

  expect([refresher.failure, refresher.isReady, index.size, newest(), removed]).toEqual([
    "store-unreachable",
    true,
    10,
    "r9",
    [],
  ]);
  state.isDown = false;
  await refresher.refresh();
  expect(refresher.failure).toBeNull();
});

test("an outage is told when it begins, each ten minutes with its reason by then, and how long it was when it ends", async () => {
  const { refresher, state, logged, pass } = started(10);
  await refresher.refresh();
  const answers = { catalog: "numbered", runs: 10 };
  state.isDown = true;
  for (let look = 0; look < 250; look++, pass(5000)) {
    if (look === 60) state.why = "the keys have ended";
    await refresher.refresh();
  }
  state.isDown = false;
  await refresher.refresh();
  await refresher.refresh();

  expect(logged).toEqual([
    ["info", "the store answers", answers],
    ["warn", "the store does not answer", {}, "down"],
    ["warn", "the store still does not answer", { awaySeconds: 600 }, "the keys have ended"],
    ["warn", "the store still does not answer", { awaySeconds: 1200 }, "the keys have ended"],
    ["info", "the store answers", { ...answers, awaySeconds: 1250 }],
  ]);
});

test("there is something to serve before a large store is read to its end", async () => {
  const { catalog, state } = numberedCatalog(50_000);
  const index = new ReportIndex({ maxRuns: 500, maxBytes: 1e9 });
  let readyAt = 0;
  const refresher: Refresher = new Refresher({
    catalog: {
      ...catalog,
      async *list() {
        for await (const sighting of catalog.list()) {
          if (readyAt === 0 && refresher.isReady) readyAt = state.listed;
          yield sighting;
        }
      },
    },
    index,
    log: () => undefined,
  });

  await refresher.refresh();

  expect(readyAt).toBe(1001);
});

test("a run that the store lists no more, but still has, stays", async () => {
  const { catalog, state } = numberedCatalog(5);
  const index = new ReportIndex({ maxRuns: 500, maxBytes: 1e9 });
  let isEmpty = false;
  const refresher = new Refresher({
    catalog: {
      ...catalog,
      async *list() {
        if (!isEmpty) yield* catalog.list();
      },
    },
    index,
    log: () => undefined,
  });
  await refresher.refresh();
  isEmpty = true;
  for (let i = 0; i < 5; i++) await refresher.refresh();
  expect(index.size).toBe(5);

  state.runs = [4];
  await refresher.refresh();
  expect(index.size).toBe(1);
});

test("two hundred runs whose files are gone are asked for again in a few round trips to the store: what is new hardly waits", async () => {
  const { catalog, state } = numberedCatalog(210);
  state.expired = 200;
  const waiting: (() => void)[] = [];
  const open: Catalog["open"] = async (sighting) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return catalog.open(sighting);
  };
  const index = new ReportIndex({ maxRuns: 500, maxBytes: 1e9 });
  let now = 0;
  const options = { catalog: { ...catalog, open }, index, log: () => undefined, now: () => now };
  const refresher = new Refresher(options);
  async function roundTripsOfLook(): Promise<number> {
    const look = { isDone: false };
    void refresher.refresh().then(() => (look.isDone = true));
    let roundTrips = 0;
    for (; !look.isDone; await new Promise((resolve) => setImmediate(resolve))) {
      if (waiting.length > 0) roundTrips++;
      for (const resolve of waiting.splice(0)) resolve();
    }
    return roundTrips;
  }

  await roundTripsOfLook();
  expect(index.size).toBe(10);
  now += 1000;
  expect(await roundTripsOfLook()).toBeLessThan(10);
});

test("runs whose files are gone are asked for ever more rarely, every ten minutes in the end", async () => {
  const { refresher, state, index, pass } = started(10);
  state.expired = 5;
  for (let minute = 0; minute < 120; minute++, pass(60_000)) await refresher.refresh();
  expect(index.size).toBe(5);
  // After a second, two, four …, and each ten minutes in the end; every minute, it would be 120 times.
  expect(state.opened).toBe(5 + 5 * 20);

  state.expired = 0;
  pass(HOUR);
  await refresher.refresh();
  expect(index.size).toBe(10);
});
