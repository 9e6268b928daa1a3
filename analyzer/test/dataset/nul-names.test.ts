import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { DatasetOptions } from "../../src/dataset/dataset-options.js";
import { kindsOf, levelsOf, numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { write, writeParquet } = tableFolder();

/** In place of a NUL, which no statement that writes a table can hold. */
const MARK = "#";

function withNul(content: string): string {
  return content.replaceAll(MARK, "\0");
}

async function parquet(name: string, sql: string): Promise<string> {
  const plain = readFileSync(await writeParquet(`plain-${name}`, sql));
  return write(name, Buffer.from(withNul(plain.toString("latin1")), "latin1"));
}

async function columnsOf(path: string, options: DatasetOptions = {}): Promise<unknown> {
  return withDataset(path, options, async (dataset) => [
    Object.entries(kindsOf(dataset)),
    await numbersOf(dataset, "a"),
    await numbersOf(dataset, "b\0x"),
    (await levelsOf(dataset, "c\0'")).map(([level]) => level),
  ]);
}

const KINDS = [
  ["a", "numeric"],
  ["b\0x", "numeric"],
  ["c\0'", "categorical"],
];
const COLUMNS = [KINDS, [1, 2], [3, 4], ["x", "y"]];

test("a column whose name holds a NUL, at which a statement would end, is read like the others", async () => {
  const rows = `SELECT * FROM (VALUES (1, 3, 'x'), (2, 4, 'y')) rows(a, "b#x", "c#'")`;
  expect(await columnsOf(await parquet("nul.parquet", rows))).toEqual(COLUMNS);

  const lines = [
    { a: 1, "b\0x": 3, "c\0'": "x" },
    { a: 2, "b\0x": 4, "c\0'": "y" },
  ];
  const json = write("nul.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
  expect(await columnsOf(json)).toEqual(COLUMNS);

  const csv = write("nul.csv", withNul("a,b#x,c#'\n1,3,x\n2,4,y\n"));
  expect(await columnsOf(csv, { format: "csv" })).toEqual(COLUMNS);
});

test("names with a NUL beside twins, times and types of their own", async () => {
  const json = write(
    "mixed.jsonl",
    '{"a":1,"A":"x","t\\u0000":"2026-01-31","u":"8b9c4f6e-1111-4222-8333-444455556666","m":1}\n{"a":2,"A":"y","t\\u0000":"-","u":null,"m":"2"}\n',
  );
  await withDataset(json, {}, async (dataset) => {
    expect(kindsOf(dataset)).toEqual({
      a: "numeric",
      A: "categorical",
      "t\0": "datetime",
      u: "categorical",
      m: "numeric",
    });
    expect(await numbersOf(dataset, "t\0")).toEqual([Date.UTC(2026, 0, 31), null]);
    expect(await levelsOf(dataset, "u")).toContainEqual(["8b9c4f6e-1111-4222-8333-444455556666", 1]);
  });
});

test("a first line of codes with a NUL is told to read like a row, and a token with one means missing", async () => {
  const path = write("codes.csv", withNul("A-#1,7\nA-#2,8\nA-#3,\nn#a,9\n"));
  const options = { format: "csv", missingTokens: ["n\0a"] } as const;
  await withDataset(path, options, async (dataset) => {
    expect(dataset.notes).toEqual([expect.stringContaining("reads like a row")]);
    expect(await levelsOf(dataset, "A-\u00001")).toContainEqual([null, 1]);
  });
});
