import { expect, test } from "vitest";
import { withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { write, writeParquet } = tableFolder();

const notesOf = (path: string, options = {}): Promise<readonly string[]> =>
  withDataset(path, options, (dataset) => Promise.resolve(dataset.notes));

test.each([
  ["decimal commas", ["1,5", "-20,25", "1.234,50"], /a \("1,5": numbers have a decimal point/],
  [
    "thousands",
    ["1,234", "12,345.6", "1,000,000"],
    /a \("1,234": numbers have a decimal point, and nothing between/,
  ],
  [
    "spaces between thousands",
    ["1 234", "12\u00a0345.6", "980"],
    /a \("1 234": numbers have a decimal point/,
  ],
  ["apostrophes between thousands", ["1'234", "12'345", "980"], /a \("1'234": numbers have a decimal point/],
  ["points between thousands", ["1.234.567", "12.345", "980"], /a \("1.234.567": numbers have a decimal/],
  ["per cent", ["5%", "7.5 %", "10%"], /a \("5%": numbers have no signs of currency or per cent\)/],
  ["currencies", ["$3.50", "€ 4", "5 £"], /a \("\$3.50": numbers have no signs/],
  ["dates", ["31.12.2026", "1.2.2026 10:30", "12/31/26"], /a \("31.12.2026": points in time are ISO 8601/],
  [
    "a stray text",
    [...Array.from({ length: 30 }, (_, i) => `${i}`), "n.n."],
    /a \(30 of its first 31 values are numbers, "n.n." is none\)/,
  ],
  [
    "stray texts far below",
    [...Array.from({ length: 3000 }, (_, i) => `${i}`), "pending", "7", "?!"],
    /a \(all but 2 of its 3,003 values are numbers, "\?!" is none\)/,
  ],
  [
    "days that no calendar has",
    ["2026-02-30", ...Array.from({ length: 900 }, (_, i) => new Date(i * 6e8).toISOString()), "0000-00-00"],
    /a \(all but 2 of its 902 values are points in time, "0000-00-00" is none\)/,
  ],
])("%s are read as text, and it is said how they would not be", async (name, values, note) => {
  const csv = write(`${name}.csv`, ["a;b", ...values.map((value) => `${value};x`), "N/A;x", ""].join("\n"));
  expect(await notesOf(csv)).toEqual([expect.stringMatching(note)]);
  const lines = write(`${name}.jsonl`, values.map((a) => JSON.stringify({ a, b: "x" })).join("\n"));
  expect(await notesOf(lines)).toEqual([expect.stringMatching(note)]);
});

test.each([
  ["levels of which some are numbers", ["0", "1", "2", "3+"]],
  [
    "levels that begin with numbers",
    [...Array.from({ length: 300 }, (_, i) => `${i % 9}`), ...Array.from({ length: 60 }, () => "A")],
  ],
  ["codes", ["10-12-05", "11-01-07", "AB-1"]],
  ["addresses", ["10.0.0.1", "192.168.1.1"]],
  ["words", ["owner", "rent", "5 rooms"]],
])("%s are text without a word", async (name, values) => {
  expect(await notesOf(write(`${name}.csv`, ["a", ...values, ""].join("\n")))).toEqual([]);
});

test("a column whose kind is forced needs no word, and of many only ten are told", async () => {
  const csv = write("forced.csv", "a;b\n1,5;2,5\n");
  const kinds = new Map([["a", "categorical"]]);
  expect(await notesOf(csv, { kinds })).toEqual([expect.stringMatching(/^read as text: b \("2,5"[^"]*$/)]);
  const names = Array.from({ length: 120 }, (_, i) => `c${i}`);
  const wide = write("wide.csv", [names.join(";"), names.map(() => "1,5").join(";"), ""].join("\n"));
  const [note = ""] = await notesOf(wide);
  expect(note.match(/"1,5"/g)).toHaveLength(10);
  expect(note).toMatch(/, and more columns$/);
});

test("text of a Parquet file is spoken of as well, once, with what reads it as numbers", async () => {
  const values =
    "CASE i WHEN 777 THEN 'n.n.' ELSE CAST(i AS VARCHAR) END AS a, CASE i WHEN 777 THEN 'nan' ELSE CAST(i AS VARCHAR) END AS b, CAST(i AS VARCHAR) AS code";
  const path = await writeParquet("text.parquet", `SELECT ${values} FROM range(1000) rows(i)`);
  expect(await notesOf(path)).toEqual([
    'read as text: a (all but 1 of its 1,000 values are numbers, "n.n." is none), b (all but 1 of its 1,000 values are numbers, "nan" is none); a kind and missingTokens in --config read such a column as what most of it is',
  ]);
  const kinds = new Map([["a", "numeric"]]);
  const columnTokens = new Map([["a", ["n.n."]]]);
  expect(await notesOf(path, { kinds, columnTokens, features: ["a", "code"] })).toEqual([]);
  expect(await notesOf(path, { features: ["code"] })).toEqual([]);
  expect(await notesOf(path, { names: ["a", "b", "code"] })).toEqual([]);
});
