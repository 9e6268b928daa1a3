import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { FEATURESCOPE } from "../../../gateway/test/support/built-program.js";
import { Database } from "../../src/dataset/database.js";
import { readManifest } from "../../src/report/read/read-manifest.js";
import { temporaryFolder } from "../temporary-folder.js";

const folder = temporaryFolder();
const data = join(folder, "rows.csv");
const names = Array.from({ length: 60 }, (_, index) => `feature_${index}`);
const rows = Array.from({ length: 2000 }, (_, row) =>
  names.map((_, column) => (row * 7919 + column) % 997).join(","),
);
writeFileSync(data, [names.join(","), ...rows, ""].join("\n"));

const partials = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".partial"));

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s in the middle of writing leaves neither a report nor a part of one", async (signal, code) => {
  const report = join(folder, `report-${signal}`);
  const child = spawn(process.execPath, [FEATURESCOPE, "analyze", "--data", data, "--out", report], {
    stdio: "ignore",
  });
  const closed = once(child, "close");
  while (child.exitCode === null && partials().every((name) => !existsSync(join(folder, name, "features")))) {
    await setTimeout(5);
  }
  expect(partials().length).toBeGreaterThan(0);
  child.kill(signal);
  expect((await closed)[0]).toBe(code);
  expect(existsSync(report)).toBe(false);
  expect(partials()).toEqual([]);
});

test("killed outright, a report is still not half-written, and the next analysis is not disturbed", async () => {
  const report = join(folder, "killed");
  const run = (): ReturnType<typeof spawn> =>
    spawn(process.execPath, [FEATURESCOPE, "analyze", "--no-pictures", "--data", data, "--out", report], {
      stdio: "ignore",
    });
  const child = run();
  const closed = once(child, "close");
  while (child.exitCode === null && partials().every((name) => !existsSync(join(folder, name, "features")))) {
    await setTimeout(5);
  }
  child.kill("SIGKILL");
  await closed;
  expect(existsSync(report)).toBe(false);
  const [code] = (await once(run(), "close")) as [number];
  expect(code).toBe(0);
  expect((await readManifest(report)).manifest.features).toHaveLength(60);
});

test("stopped while the database opens or rows are read ahead, it ends as it should and leaves nothing behind", async () => {
  const [large, own] = [join(folder, "large.parquet"), join(folder, "temporary")];
  mkdirSync(own);
  const database = await Database.open();
  await database.run(`COPY (SELECT sin(range) AS a FROM range(6_000_000)) TO '${large}' (FORMAT parquet)`);
  database.close();
  const args = [FEATURESCOPE, "analyze", "--no-pictures", "--data", large, "--out", join(folder, "large")];
  // The thread's folder lies in that of the dataset.
  for (const [folders, wait] of [
    [1, 0],
    [2, 0],
    [2, 100],
    [2, 300],
  ] as const) {
    const child = spawn(process.execPath, args, { stdio: "ignore", env: { ...process.env, TMPDIR: own } });
    const closed = once(child, "close");
    while (child.exitCode === null && readdirSync(own, { recursive: true }).length < folders)
      await setTimeout(5);
    await setTimeout(wait);
    child.kill("SIGINT");
    expect((await closed)[0]).toBe(130);
    expect(readdirSync(own)).toEqual([]);
  }
});
