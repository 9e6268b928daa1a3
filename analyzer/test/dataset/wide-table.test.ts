import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.js";
import { levelsOf, numbersOf } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { write } = tableFolder();
const COLUMNS = 3200;
const ROWS = 40;

/** Every fiftieth column holds text. */
function wideTable(): string {
  const columns = Array.from({ length: COLUMNS }, (_, i) => i);
  const row = (r: number): string =>
    columns.map((i) => (i % 50 === 0 ? `level ${r % 4}` : r * i + 0.5)).join(",");
  const rows = Array.from({ length: ROWS }, (_, r) => row(r));
  return [columns.map((i) => `f${i}`).join(","), ...rows].join("\n");
}

test("thousands of columns are read part by part, each with its own values, within 400 MB", async () => {
  const path = write("wide.csv", wideTable());
  const dataset = await openDataset(path, {});
  const last = COLUMNS - 1;
  expect(await numbersOf(dataset, `f${last}`)).toEqual(
    Array.from({ length: ROWS }, (_, r) => r * last + 0.5),
  );
  const levels = await levelsOf(dataset, "f1500");
  expect(levels).toHaveLength(4);
  const both: number[] = [];
  for await (const { rows, columns } of dataset.batches(["f1", `f${last}`])) {
    for (let row = 0; row < rows; row++)
      both.push(columns.get("f1")!.values[row]! + columns.get(`f${last}`)!.values[row]!);
  }
  expect(both).toEqual(Array.from({ length: ROWS }, (_, r) => r * COLUMNS + 1));
  await dataset.close();
  const script = fileURLToPath(new URL("profile-wide-table.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=@featurescope/source", "--import", "tsx", script, path],
    { maxBuffer: 2 ** 24 },
  );
  const { distinct, megabytes } = JSON.parse(stdout) as { distinct: number[]; megabytes: number };
  expect(distinct).toEqual(Array.from({ length: COLUMNS }, (_, i) => (i % 50 === 0 ? 4 : ROWS)));
  expect(megabytes).toBeLessThan(400);
}, 300_000);

test("hundreds of columns of text, of more rows than a group of the copy holds, are read within the database's memory", async () => {
  const names = Array.from({ length: 400 }, (_, i) => `t${i}`);
  const lines = Array.from({ length: 12_000 }, (_, r) => names.map((_, c) => `L${(r + c) % 7}`).join(","));
  const dataset = await openDataset(write("texts.csv", [names.join(","), ...lines].join("\n")), {});
  expect(dataset.rows).toBe(12_000);
  expect(await levelsOf(dataset, "t399")).toHaveLength(7);
  await dataset.close();
});
