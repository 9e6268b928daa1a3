import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readManifest } from "../../src/report/read/read-manifest.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";

const folder = temporaryFolder();
const data = join(folder, "visits.csv");
const HOUR = 3_600_000;
const start = Date.UTC(2026, 0, 5);
// Three weeks from a Monday, an hour apart; lengths grow by 100 each week.
const lines = Array.from({ length: 3 * 7 * 24 }, (_, hour) => {
  const week = Math.floor(hour / (7 * 24));
  return `${new Date(start + hour * HOUR).toISOString()},${100 * week + (hour % 24)}`;
});
writeFileSync(data, ["at,length", ...lines, ""].join("\n"));

test("--every writes a run per window, each whole, and publishes in their order", async () => {
  const out = join(folder, "runs");
  const { code, stdout, stderr } = await featurescope(
    "analyze",
    ["--data", data, "--time-column", "at", "--every", "1w"],
    ["--out", out, "--pipeline", "visits"],
  );
  expect(stderr).toBe("");
  expect(code).toBe(0);
  // Each line names its window: the run is called after the day after it.
  expect(stdout.match(/(?<=^visits \S+, )[^:]+/gm)?.map((span) => span.replaceAll("\u00a0", " "))).toEqual([
    "5–11 Jan 2026",
    "12–18 Jan 2026",
    "19–25 Jan 2026",
  ]);
  const names = readdirSync(out).sort();
  expect(names).toHaveLength(3);
  const manifests = await Promise.all(
    names.map(async (name) => (await readManifest(join(out, name))).manifest),
  );
  expect(manifests.map(({ run }) => run)).toEqual(names);
  expect(manifests.map(({ window }) => window?.start)).toEqual([
    "2026-01-05T00:00:00.000Z",
    "2026-01-12T00:00:00.000Z",
    "2026-01-19T00:00:00.000Z",
  ]);
  for (const [week, { dataset, features }] of manifests.entries()) {
    expect(dataset).toEqual({ source: "visits.csv", rows: 168, skippedRows: 0 });
    expect(features.map(({ name, p50 }) => [name, p50])).toEqual([["length", 100 * week + 11.5]]);
  }
  const store = join(folder, "store");
  const published = await featurescope("publish", out, "--to", store);
  expect(published.code).toBe(0);
  expect(readdirSync(join(store, "runs/visits")).sort()).toEqual(names);
  expect(readdirSync(join(store, "_log/v1"))).toHaveLength(3);
  expect((await featurescope("publish", join(out, names[0] ?? ""), "--to", store)).stdout).toContain(
    "was already at",
  );
});

test("windows are not written into a report", async () => {
  const out = join(folder, "report");
  await featurescope("analyze", "--data", data, "--out", out, "--no-pictures");
  const before = readdirSync(out);
  const every = ["--time-column", "at", "--every", "1w"];
  expect(await featurescope("analyze", "--data", data, "--out", out, every)).toMatchObject({
    code: 2,
    stderr: `featurescope: expected a folder for a report of each window at ${out}, found a report; choose another --out\n`,
  });
  expect(readdirSync(out)).toEqual(before);
});

test("--window filters by the time column, and the time column is a feature only when named", async () => {
  const out = join(folder, "one");
  const window = ["--time-column", "at", "--window", "2026-01-12/2026-01-13"];
  const { code } = await featurescope(
    "analyze",
    "--data",
    data,
    ...window,
    "--out",
    out,
    "--features",
    "length,at",
  );
  expect(code).toBe(0);
  const { manifest } = await readManifest(out);
  expect(manifest.dataset.rows).toBe(24);
  expect(manifest.features.map(({ name, kind }) => [name, kind])).toEqual([
    ["length", "numeric"],
    ["at", "datetime"],
  ]);
});

test("without a time column a window only labels", async () => {
  const out = join(folder, "labelled");
  await featurescope(
    "analyze",
    "--data",
    data,
    "--window",
    "2026-01-12/2026-01-13",
    "--out",
    out,
    "--no-pictures",
  );
  const { manifest } = await readManifest(out);
  expect(manifest.dataset.rows).toBe(504);
  expect(manifest.window?.start).toBe("2026-01-12T00:00:00.000Z");
  expect(manifest.features.map(({ name }) => name)).toEqual(["at", "length"]);
});

test("a reference is frozen from the rows of a window, and what lies outside is told", async () => {
  const [reference, out] = [join(folder, "frozen.json"), join(folder, "against")];
  const time = ["--data", data, "--time-column", "at"];
  const frozen = await featurescope(
    "reference",
    ...time,
    "--window",
    "2026-01-05/2026-01-12",
    "--out",
    reference,
  );
  expect(frozen.code).toBe(0);
  expect(frozen.stdout).toContain("1 feature of 168 rows");
  const { code } = await featurescope([
    "analyze",
    ...time,
    "--window",
    "2026-01-19/2026-01-26",
    "--reference",
    reference,
    "--out",
    out,
  ]);
  expect(code).toBe(0);
  const { manifest } = await readManifest(out);
  expect(manifest.reference).toMatchObject({ rows: 168, window: { start: "2026-01-05T00:00:00.000Z" } });
  expect(manifest.features[0]).toMatchObject({ name: "length", verdict: "shifted" });
});

test("a reference of columns that are not there names them all", async () => {
  const out = join(folder, "no.json");
  const { code, stderr } = await featurescope(
    "reference",
    "--data",
    data,
    "--features",
    "lenght,size",
    "--out",
    out,
  );
  expect(code).toBe(2);
  expect(stderr).toContain("no column lenght; did you mean length?");
  expect(stderr).toContain("no column size");
});

test("a time column that is not there, or holds no times", async () => {
  const data = join(folder, "wards.csv");
  writeFileSync(data, "ward,length\nnorth,1\nsouth,2\n");
  for (const [column, said] of [
    ["when", "when"],
    ["ward", "points in time"],
  ] as const) {
    const args = ["--time-column", column, "--every", "1w", "--out", join(folder, "none")];
    const { code, stderr } = await featurescope("analyze", "--data", data, ...args);
    expect(code).toBe(4);
    expect(stderr).toContain(said);
  }
  expect(readdirSync(folder).filter((name) => name === "none" || name.startsWith("."))).toEqual([]);
});

test("a number tells a time in milliseconds since 1970, in CSV as in Parquet", async () => {
  const data = join(folder, "epochs.csv");
  writeFileSync(
    data,
    ["at,length", ...lines.map((_, hour) => `${start + hour * HOUR},${hour}`), ""].join("\n"),
  );
  const out = join(folder, "epochs");
  const args = ["--data", data, "--time-column", "at", "--every", "1w", "--out", out, "--no-pictures"];
  expect(await featurescope("analyze", ...args)).toMatchObject({ code: 0, stderr: "" });
  expect(readdirSync(out)).toHaveLength(3);
});

test.each([
  ["seconds", 1e-3, 0],
  ["microseconds", 1e3, 4],
  ["nanoseconds", 1e6, 4],
])("%s since 1970 are not taken for milliseconds without a word", async (unit, each, code) => {
  const data = join(folder, `${unit}.csv`);
  writeFileSync(
    data,
    `at,length\n${lines.map((_, hour) => `${(start + hour * HOUR) * each},1`).join("\n")}\n`,
  );
  const args = ["--data", data, "--time-column", "at", "--every", "1w", "--no-pictures"];
  const told = await featurescope("analyze", ...args, "--out", join(folder, unit));
  expect(told.stderr).toMatch(
    /at holds numbers, which are milliseconds since 1970: no row is from 1980 to 9999\./,
  );
  expect(told.code).toBe(code);
});

test("rows that windows left out are the source's, so a merge of its windows counts them once", async () => {
  const ragged = join(folder, "ragged.csv");
  writeFileSync(ragged, ["at,length", ...lines.slice(0, 72), "1", "2", "3", ""].join("\n"));
  const frozen = join(folder, "frozen.json");
  const out = join(folder, "days");
  const skip = ["--on-bad-rows", "skip", "--time-column", "at"];
  await featurescope("reference", "--data", data, "--time-column", "at", "--out", frozen);
  const options = ["--every", "1d", "--reference", frozen, "--out", out, "--no-pictures"];
  expect((await featurescope("analyze", "--data", ragged, skip, options)).code).toBe(0);
  const days = readdirSync(out).map((name) => join(out, name));
  const datasets = await Promise.all(days.map(async (day) => (await readManifest(day)).manifest.dataset));
  expect(days).toHaveLength(3);
  expect(datasets).toEqual(days.map(() => ({ source: "ragged.csv", rows: 24, skippedRows: 3 })));
  const merged = join(folder, "merged");
  expect(
    (await featurescope("merge", days, "--reference", frozen, "--out", merged, "--no-pictures")).code,
  ).toBe(0);
  expect((await readManifest(merged)).manifest.dataset).toEqual({
    source: "ragged.csv",
    rows: 72,
    skippedRows: 3,
  });
});

test("a window that begins in the future is told of: its run would be the newest until then", async () => {
  const out = join(folder, "future");
  const args = ["--data", data, "--window", "2099-01-05/2099-01-06", "--out", out, "--no-pictures"];
  const { code, stderr } = await featurescope("analyze", args);
  expect(code).toBe(0);
  expect(stderr.replaceAll("\u00a0", " ")).toContain(
    "--window begins in the future (5 Jan 2099): until then, this run",
  );
});
