import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { ByteCache } from "../../src/cache/byte-cache.js";
import { commitLogCatalog } from "../../src/catalog/commit-log-catalog.js";
import { ReportFiles } from "../../src/files/report-files.js";
import type { Representation } from "../../src/files/representation.js";
import { ReportIndex } from "../../src/index/report-index.js";
import type { Log } from "../../src/log.js";
import { directoryStore } from "../../src/store/directory-store.js";
import { countingStore } from "../support/counting-store.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { day } from "../support/two-runs.js";
import { publish } from "../support/write-report.js";

const names = Array.from({ length: 250 }, (_, n) => `feature_${n}`);

/** Files of which the newer of two runs is passed over for each of 250 features, as one of each is broken. */
async function brokenFiles() {
  const folder = temporaryFolder();
  const features = names.map((name) => ({ name }));
  for (const [n, run] of ["a", "b"].entries()) await publish(folder, { run, ...day(n + 1), features });
  const store = countingStore(directoryStore(folder));
  const index = new ReportIndex({ maxRuns: 500, maxBytes: 1e9 });
  const catalog = commitLogCatalog(store);
  for await (const sighting of catalog.list()) index.add(await catalog.open(sighting));
  const paths = names.map((name) => join(folder, `runs/credit/b/features/${name}/statistics.json`));
  const bodies = await Promise.all(paths.map((path) => readFile(path)));
  for (const path of paths) await writeFile(path, "{}");

  const state = { now: 0 };
  const now = (): number => state.now;
  const limits = { maxBytes: 1e8, freshSeconds: 3600, keepSeconds: 3600, failureSeconds: 2, now };
  const cache = new ByteCache<Representation>(limits);
  const lines: string[] = [];
  const log: Log = (level, message, { run, more = run } = {}) =>
    lines.push(`${level} ${message.slice(0, 20)} ${String(more)}`);
  const files = new ReportFiles({ store, cache, log, now });
  const pipeline = index.pipeline("credit")!;
  for (const feature of pipeline.features()) await files.newest(pipeline, feature, "statistics.json");
  return {
    files,
    lines,
    store,
    state,
    passedOver: () => pipeline.features().filter(({ newest }) => newest.report.manifest.run === "a").length,
    mend: () => Promise.all(paths.map((path, n) => writeFile(path, bodies[n]!))),
  };
}

test("once they are good, all files that were broken are found to be so at a time, however many", async () => {
  const { files, state, passedOver, mend } = await brokenFiles();
  expect(passedOver()).toBe(250);
  await mend();
  state.now = 3000;

  await files.tryAgain();

  expect(passedOver()).toBe(0);
});

test("as long as they are broken, a hundred are tried at a time, each in its turn", async () => {
  const { files, store, state, passedOver, mend } = await brokenFiles();
  const before = store.gets;
  state.now = 3000;

  for (const tried of [100, 200, 250]) {
    await Promise.all([files.tryAgain(), files.tryAgain()]);
    expect(store.gets - before).toBe(tried);
  }
  expect(passedOver()).toBe(250);
  await mend();
  state.now = 9000;
  await files.tryAgain();
  expect(passedOver()).toBe(0);
});

test("of 250 that are broken, and then good again, the log has ten lines each, and after a minute how many more there were", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { files, lines, state, mend } = await brokenFiles();
  const told = Array.from({ length: 10 }, () => "warn a run is passed over b");
  expect(lines).toEqual(told);
  await mend();
  state.now = 3000;

  await files.tryAgain();
  vi.advanceTimersByTime(60_000);

  const good = Array.from({ length: 10 }, () => "info a file that was brok b");
  const more = ["warn a run is passed over 240", "info a file that was brok 240"];
  expect(lines).toEqual([...told, ...good, ...more]);
});
