import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { spoolWindows } from "../../src/dataset/spool-windows.js";
import { windowOfTimes } from "../../src/dataset/window-of-times.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kindsOf, levelsOf, numbersOf, withDataset } from "./read-columns.js";

const folder = temporaryFolder();

function newFolder(name: string): string {
  mkdirSync(join(folder, name));
  return join(folder, name);
}

const rows = join(folder, "rows.csv");
writeFileSync(
  rows,
  `when,zip,amount,city
2026-01-04T23:59:59.999Z,007,1,x
2026-01-05T00:00:00Z,010,2.5,NA
2026-01-11T23:59:59+00:00,011,,y
2026-01-12T00:30:00+01:00,012,4,y
2026-02-02T00:00:00Z,013,5,z
,014,6,z
`,
);

test("weeks begin on Monday in UTC; rows without a time are left out; kinds and missing values stay", async () => {
  const into = newFolder("weeks");
  const kinds = new Map([["zip", "categorical"]] as const);
  const { windows, names, notes } = await spoolWindows(rows, {
    timeColumn: "when",
    every: "1w",
    folder: into,
    kinds,
    missingTokens: ["NA"],
  });
  expect(windows.map(({ window }) => [window.start, window.end])).toEqual([
    ["2025-12-29T00:00:00.000Z", "2026-01-05T00:00:00.000Z"],
    ["2026-01-05T00:00:00.000Z", "2026-01-12T00:00:00.000Z"],
    ["2026-02-02T00:00:00.000Z", "2026-02-09T00:00:00.000Z"],
  ]);
  expect(notes).toEqual(["left out for want of a time in when: 1"]);
  await withDataset(windows[1]!.path, { names }, async (dataset) => {
    expect(kindsOf(dataset)).toEqual({
      when: "datetime",
      zip: "categorical",
      amount: "numeric",
      city: "categorical",
    });
    expect(new Set(await numbersOf(dataset, "amount"))).toEqual(new Set([2.5, null, 4]));
    expect(await levelsOf(dataset, "city")).toEqual([
      ["y", 2],
      [null, 1],
    ]);
    expect((await levelsOf(dataset, "zip")).map(([zip]) => zip)).toEqual(["010", "011", "012"]);
  });
  expect(readdirSync(into).length).toBe(windows.length);
});

test.each(["1h", "1d", "1w"] as const)(
  "a time that means no end makes no window of %s, which would be a pipeline's newest for ever",
  async (every) => {
    const open = join(folder, `open-${every}.csv`);
    writeFileSync(
      open,
      "when,a\n9999-12-31,1\n9999-12-31T23:30:00Z,2\n9999-01-01,3\n2026-01-05T10:00:00Z,4\n",
    );
    const options = { timeColumn: "when", every, folder: newFolder(`open-${every}`) };
    const { windows, notes } = await spoolWindows(open, options);
    expect(windows.map(({ window }) => window.end.slice(0, 4))).toEqual(["2026"]);
    expect(notes).toEqual([
      expect.stringMatching(
        /^left out for a time in when before the year 0 or more than a year from now: 3 \(.*9999\); a window that reaches so far is to be named by --window$/,
      ),
    ]);
    await withDataset(open, {}, async (dataset) =>
      expect(await windowOfTimes(dataset, "when")).toEqual({
        start: "2026-01-05T10:00:00.000Z",
        end: "2026-01-05T10:00:00.001Z",
      }),
    );
  },
);

test("stand-ins for a time make no newest run of 2099, and are told of", async () => {
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const times = ["2099-12-31", "2099-12-31T23:00:00Z", "1900-01-01", soon];
  for (let hour = 0; hour < 9; hour++) times.push(`2026-01-05T0${hour}:30:00Z`);
  const path = join(folder, "stand-ins.csv");
  writeFileSync(path, `when,a\n${times.map((time, row) => `${time},${row}\n`).join("")}`);
  const options = { timeColumn: "when", every: "1d" } as const;
  const { windows, notes } = await spoolWindows(path, { ...options, folder: newFolder("stand-ins") });
  const days = ["1900-01-01", "2026-01-05", soon.slice(0, 10)];
  expect(windows.map(({ window }) => window.start.slice(0, 10))).toEqual(days);
  expect(notes.map((note) => note.replaceAll("\u00a0", " "))).toEqual([
    expect.stringContaining("more than a year from now: 2 (31 Dec 2099); a window that reaches so far"),
    expect.stringContaining(
      "ten years or more before that of all others make runs of their own: 1 (1 Jan 1900);",
    ),
    expect.stringMatching(/^rows whose when lies in the future make runs of their own: 1 \(/),
  ]);
  await withDataset(path, {}, async (dataset) =>
    expect((await windowOfTimes(dataset, "when"))?.end.slice(0, 10)).toBe(soon.slice(0, 10)),
  );
  const window = { start: "2026-01-05T00:00:00.000Z", end: "2100-01-01T00:00:00.000Z" };
  const asked = await spoolWindows(path, { ...options, folder: newFolder("asked"), window });
  expect(asked.windows.at(-1)?.window.start.slice(0, 10)).toBe("2099-12-31");
});

test("hours and days; a window filters the rows", async () => {
  const window = { start: "2026-01-05T00:00:00.000Z", end: "2026-02-01T00:00:00.000Z" };
  const { windows: days } = await spoolWindows(rows, {
    timeColumn: "when",
    every: "1d",
    folder: newFolder("days"),
    window,
  });
  expect(days.map((day) => day.window.start)).toEqual([
    "2026-01-05T00:00:00.000Z",
    "2026-01-11T00:00:00.000Z",
  ]);
  const { windows: hours } = await spoolWindows(rows, {
    timeColumn: "when",
    every: "1h",
    folder: newFolder("hours"),
    window,
  });
  expect(hours.map((hour) => hour.window.end)).toEqual([
    "2026-01-05T01:00:00.000Z",
    "2026-01-12T00:00:00.000Z",
  ]);
});

test("every flight lands in exactly one day", async () => {
  const flights = fileURLToPath(import.meta.resolve("vega-datasets")).replace(
    /vega-datasets.*/,
    "vega-datasets/data/flights-3m.parquet",
  );
  const { windows: days } = await spoolWindows(flights, {
    timeColumn: "date",
    every: "1d",
    folder: newFolder("flights"),
  });
  expect(days.length).toBe(182);
  let total = 0;
  for (const { path } of days)
    total += await withDataset(path, {}, (dataset) => Promise.resolve(dataset.rows));
  expect(total).toBe(3_000_000);
});

test("a column without times is refused", async () => {
  const spool = spoolWindows(rows, { timeColumn: "city", every: "1d", folder: newFolder("none") });
  await expect(spool).rejects.toThrow(/expected points in time in column "city", found categorical/);
});

test("columns whose names differ only in case keep their names and values", async () => {
  const twins = join(folder, "twins.csv");
  writeFileSync(twins, "at,a,A,a_1\n2026-01-05,1,x,2\n2026-01-06,3,y,4\n");
  const { windows, names } = await spoolWindows(twins, {
    timeColumn: "at",
    every: "1d",
    folder: newFolder("twins"),
    kinds: new Map([["A", "categorical"]]),
  });
  await withDataset(windows[1]!.path, { names }, async (dataset) => {
    expect(kindsOf(dataset)).toEqual({ at: "datetime", a: "numeric", A: "categorical", a_1: "numeric" });
    expect(await numbersOf(dataset, "a")).toEqual([3]);
    expect(await levelsOf(dataset, "A")).toEqual([["y", 1]]);
    expect(await numbersOf(dataset, "a_1")).toEqual([4]);
  });
});

const HOURS = 400;

test("months of hours of dozens of columns are cut within the database's memory, in whatever order they come", async () => {
  const long = join(folder, "long.csv");
  const names = Array.from({ length: 40 }, (_, i) => `c${i}`);
  // Each hour's two rows lie far apart.
  const lines = Array.from({ length: 2 * HOURS }, (_, i) => {
    const at = new Date(Date.UTC(2026, 0, 1, (i * 7) % HOURS, i < HOURS ? 10 : 50)).toISOString();
    return [at, ...names.map((_, c) => (c % 2 === 0 ? i : `level ${i % 5}`))].join(",");
  });
  writeFileSync(long, [["at", ...names].join(","), ...lines].join("\n"));
  const { windows } = await spoolWindows(long, { timeColumn: "at", every: "1h", folder: newFolder("long") });
  expect(windows).toHaveLength(HOURS);
  const starts = windows.map(({ window }) => Date.parse(window.start));
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  await withDataset(windows[7]!.path, { names: ["at", ...names] }, async (dataset) => {
    expect(new Set(await numbersOf(dataset, "c0"))).toEqual(new Set([1, 1 + HOURS]));
  });
});
