import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { spoolWindows } from "../../src/dataset/spool-windows.js";
import { kindsOf, numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { path: folder, write, writeParquet } = tableFolder();

const window = { start: "2026-11-30T00:00:00.000Z", end: "2026-11-30T01:00:00.000Z" };

test("text of a Parquet file tells the times of rows where it is named for it, and stays text elsewhere", async () => {
  const rows = `VALUES ('2026-11-30T00:30:00Z', 1), ('2026-11-30T03:30:00+02:00', 2), ('-', 3), (NULL, 4)`;
  const path = await writeParquet("text-times.parquet", `SELECT * FROM (${rows}) rows("at", a)`);
  await withDataset(path, {}, async (dataset) => expect(kindsOf(dataset)["at"]).toBe("categorical"));
  await withDataset(path, { timeColumn: "at", window }, async (dataset) => {
    expect(dataset.rows).toBe(1);
    expect(await numbersOf(dataset, "a")).toEqual([1]);
    expect(await numbersOf(dataset, "at")).toEqual([Date.UTC(2026, 10, 30, 0, 30)]);
    expect(dataset.notes).toEqual(["left out for want of a time in at: 2"]);
  });
  const into = join(folder, "windows");
  mkdirSync(into);
  const { windows, notes } = await spoolWindows(path, { timeColumn: "at", every: "1h", folder: into });
  expect(windows.map(({ window: { start } }) => start)).toEqual([
    "2026-11-30T00:00:00.000Z",
    "2026-11-30T01:00:00.000Z",
  ]);
  expect(notes).toEqual(["left out for want of a time in at: 2"]);

  const words = await writeParquet("words.parquet", "SELECT * FROM (VALUES ('noon', 1)) rows(\"at\", a)");
  await expect(withDataset(words, { timeColumn: "at", window }, () => Promise.resolve())).rejects.toThrow(
    /expected points in time in column "at", found categorical values/,
  );
});

/** What is said of a file that has no rows in the window. */
function says(path: string): Promise<readonly string[]> {
  return withDataset(path, { timeColumn: "at", window }, (dataset) => {
    expect(dataset.rows).toBe(0);
    return Promise.resolve(dataset.notes.map((note) => note.replaceAll("\u00a0", " ")));
  });
}

function none(rows: number): string {
  return `none of its ${rows} rows is in the window (30 Nov 2026, 00:00–01:00 UTC): at goes from`;
}

test("of a window without rows it is told which times there are", async () => {
  const zone = "2026-11-30T02:00:00+01:00,1\n2026-11-30T05:00:00+01:00,2\n";
  expect(await says(write("zone.csv", `at,a\n${zone}`))).toEqual([
    `${none(2)} 2026-11-30 01:00:00 to 2026-11-30 04:00:00, in UTC`,
  ]);
  const times = "SELECT TIMESTAMP '2026-11-30 01:00:00.5' AS \"at\" UNION ALL SELECT NULL";
  expect(await says(await writeParquet("naive.parquet", times))).toEqual([
    `${none(2)} 2026-11-30 01:00:00.5 to 2026-11-30 01:00:00.5, in UTC`,
    "left out for want of a time in at: 1",
  ]);
  const milliseconds = expect.stringContaining(
    "at holds numbers, which are milliseconds since 1970",
  ) as string;
  expect(await says(write("seconds.csv", "at,a\n1795996800,1\n1795996900,2\n"))).toEqual([
    `${none(2)} 1970-01-21 18:53:16.8 to 1970-01-21 18:53:16.9, in UTC`,
    milliseconds,
  ]);
  expect(await says(write("microseconds.csv", "at,a\n1795996800000000,1\n"))).toEqual([
    "left out for want of a time in at: 1",
    milliseconds,
  ]);
  expect(await says(write("no-rows.csv", "at,a\n"))).toEqual([]);
});

test.each(["{'v': i}", "[i]", "'a'::BLOB", "TIME '10:00:00'"])(
  "a column of %s tells no times, and is refused as such",
  async (value) => {
    const path = await writeParquet("nested.parquet", `SELECT ${value} AS t, i AS a FROM range(9) rows(i)`);
    await expect(
      withDataset(path, { timeColumn: "t", window: { start: "2026-01-01", end: "2026-02-01" } }, () =>
        Promise.resolve(),
      ),
    ).rejects.toThrow('expected points in time in column "t", found categorical values');
  },
);
