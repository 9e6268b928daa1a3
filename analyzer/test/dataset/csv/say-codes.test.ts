import { expect, test } from "vitest";
import type { DatasetOptions } from "../../../src/dataset/dataset-options.js";
import { levelsOf, withDataset } from "../read-columns.js";
import { tableFolder } from "../table-folder.js";

const { write } = tableFolder();
const path = write(
  "codes.csv",
  "id,zip,amount,share,branch,since\n1,01067,120,0.5,007,2026-01-01\n2,10115,0,-0,118,2026-01-02\n3,00501,7,1e-05,024,2026-01-03\n",
);
const notesOf = (options: DatasetOptions): Promise<readonly string[]> =>
  withDataset(path, options, ({ notes }) => Promise.resolve(notes));

test("numbers that are written as codes are told, with such a value", async () => {
  expect(await notesOf({})).toEqual([
    'read as numbers, without the zeros before them: zip ("00501"), branch ("007"); of codes, kind: categorical in --config makes levels',
  ]);
});

test("not where they are not asked for, or their kind is told", async () => {
  expect(await notesOf({ features: ["id", "amount", "share"] })).toEqual([]);
  const kinds = new Map([
    ["zip", "categorical"],
    ["branch", "numeric"],
  ] as const);
  expect(await notesOf({ kinds })).toEqual([]);
  const levels = await withDataset(path, { kinds }, (dataset) => levelsOf(dataset, "zip"));
  expect(levels.map(([level]) => level)).toEqual(["00501", "01067", "10115"]);
});

test("rows that are left out are counted once", async () => {
  const ragged = write("ragged.csv", "zip,n\n01067,1\n1,2,3\n");
  await withDataset(ragged, { onBadRows: "skip" }, ({ skippedRows, rows }) => {
    expect({ skippedRows, rows }).toEqual({ skippedRows: 1, rows: 1 });
    return Promise.resolve();
  });
});

test("of many columns, three are told", async () => {
  const names = Array.from({ length: 120 }, (_, i) => `c${i}`).join();
  const wide = write("wide.csv", `${names}\n${"1,".repeat(60)}${"01,".repeat(59)}02\n`);
  await withDataset(wide, {}, ({ notes }) => {
    expect(notes).toEqual([
      'read as numbers, without the zeros before them: c60 ("01"), c61 ("01"), c62 ("01"), and more columns; of codes, kind: categorical in --config makes levels',
    ]);
    return Promise.resolve();
  });
});
