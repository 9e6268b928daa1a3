import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.js";
import { kindsOf, levelsOf, numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { path: folder, write, writeParquet } = tableFolder();

async function read(path: string) {
  return withDataset(path, {}, async (dataset) => ({
    rows: dataset.rows,
    kinds: kindsOf(dataset),
    a: await numbersOf(dataset, "a"),
    b: await levelsOf(dataset, "b"),
  }));
}

async function rowsOf(source: string): Promise<(number | null)[]> {
  return withDataset(source, {}, (dataset) => numbersOf(dataset, "a"));
}

describe("formats", () => {
  const text = "a,b\n1,x\n2,y\n";
  const expected = {
    rows: 2,
    kinds: { a: "numeric", b: "categorical" },
    a: [1, 2],
    b: [
      ["x", 1],
      ["y", 1],
    ],
  };

  test("CSV, gzip, JSON lines and Parquet are told apart by their first bytes, without an extension", async () => {
    expect(await read(write("plain", text))).toEqual(expected);
    expect(await read(write("packed", gzipSync(text)))).toEqual(expected);
    expect(await read(write("lines", '{"a":1,"b":"x"}\n{"a":2,"b":"y"}\n'))).toEqual(expected);
    expect(await read(write("packed-lines", gzipSync('{"a":1,"b":"x"}\n{"a":2,"b":"y"}\n')))).toEqual(
      expected,
    );
    const parquet = await writeParquet("columns", "SELECT * FROM (VALUES (1, 'x'), (2, 'y')) rows(a, b)");
    expect(await read(parquet)).toEqual(expected);
    copyFileSync(parquet, join(folder, "wrong.csv"));
    expect(await read(join(folder, "wrong.csv"))).toEqual(expected);
  });

  test.each([
    ["a byte order mark", `\uFEFF${text}`],
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["semicolons", text.replaceAll(",", ";")],
    ["tabs", text.replaceAll(",", "\t")],
    ["bars", text.replaceAll(",", "|")],
    ["quotes", '"a","b"\n"1","x"\n2,"y"\n'],
    ["no line end at the end", text.trimEnd()],
  ])("CSV with %s", async (name, content) => {
    expect(await read(write(`${name}.csv`, content))).toEqual(expected);
  });

  test("quoted values hold delimiters, quotes and line ends", async () => {
    const path = write("quoted.csv", 'a,b\r\n1,"x,\r\n""y"""\r\n2,z\r\n');
    const levels = await withDataset(path, {}, (dataset) => levelsOf(dataset, "b"));
    expect(levels).toEqual([
      ['x,\r\n"y"', 1],
      ["z", 1],
    ]);
  });

  test.each([
    ["JSON lines among CSV", '{"a":1}\n', "CSV, found JSON lines"],
    ["CSV that is packed among CSV that is not", gzipSync("a\n2\n"), "CSV, found CSV packed by gzip"],
    ["Parquet among CSV", null, "CSV, found Parquet"],
  ])("%s is not read as what the first file is", async (name, content, found) => {
    const first = write(`${name} 1`, "a\n1\n");
    const second =
      content === null ? await writeParquet(`${name} 2`, "SELECT 2 AS a") : write(`${name} 2`, content);
    await expect(rowsOf(join(folder, `${name} ?`))).rejects.toThrow(
      `Cannot read ${second}: expected the format of ${first}, which is ${found}. Read files of different formats separately`,
    );
  });

  test("a glob reads all its files; a file of that very name goes first", async () => {
    mkdirSync(join(folder, "it's [odd]"));
    write("it's [odd]/part1.csv", "a\n1\n");
    write("it's [odd]/part2.csv", "a\n2\n3\n");
    expect(await rowsOf(join(folder, "it's ?odd?", "part*.csv"))).toEqual([1, 2, 3]);
    write("it's [odd]/part*.csv", "a\n4\n");
    expect(await rowsOf(join(folder, "it's [odd]", "part*.csv"))).toEqual([4]);
  });

  test("a glob of all that Spark writes leaves out what is hidden, unless it asks for that", async () => {
    mkdirSync(join(folder, "spark"));
    write("spark/part-0.csv", "a\n1\n");
    write("spark/.part-0.csv.crc", "crc\0");
    write("spark/_SUCCESS", "");
    write("spark/_old.csv", "a\n2\n");
    expect(await rowsOf(join(folder, "spark", "*"))).toEqual([1]);
    expect(await rowsOf(join(folder, "spark", "_*.csv"))).toEqual([2]);
  });
});

test("Parquet files of other columns, orders and types are one table with all of their columns and values", async () => {
  await writeParquet("day1.parquet", "SELECT * FROM (VALUES (1, 'x', 5), (2, 'y', 6)) rows(a, b, e)");
  await writeParquet("day2.parquet", 'SELECT * FROM (VALUES (1.5::DOUBLE, 7, 3)) rows(d, a, "c d")');
  await writeParquet("day3.parquet", "SELECT * FROM (VALUES ('z', 2.5::DOUBLE)) rows(b, a)");
  await withDataset(join(folder, "day*.parquet"), {}, async (dataset) => {
    expect(kindsOf(dataset)).toMatchObject({
      a: "numeric",
      b: "categorical",
      "c d": "numeric",
      d: "numeric",
    });
    expect(await numbersOf(dataset, "a")).toEqual([1, 2, 7, 2.5]);
    expect(await levelsOf(dataset, "b")).toEqual([
      ["x", 1],
      ["y", 1],
      ["z", 1],
      [null, 1],
    ]);
    expect(await numbersOf(dataset, "e")).toEqual([5, 6, null, null]);
    expect(await numbersOf(dataset, "c d")).toEqual([null, null, 3, null]);
    expect(await numbersOf(dataset, "d")).toEqual([null, null, 1.5, null]);
  });
});

describe("names", () => {
  const names = ["a b", "a.b", "a/b", "..", ".hidden", "q\"u'o", "😀", "年龄", "Age", "age", "x".repeat(300)];
  const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);

  test("any name is kept, in CSV, and in Parquet where DuckDB can write it", async () => {
    const path = write("names.csv", `${quoted.join(",")}\n${names.map((_, i) => i).join(",")}\n`);
    await withDataset(path, {}, async (dataset) => {
      expect(dataset.columns.map(({ name }) => name)).toEqual(names);
      for (const [i, name] of names.entries()) expect(await numbersOf(dataset, name)).toEqual([i]);
    });
    const written = names.filter((name) => name !== "age");
    const sql = written.map((name) => `1 AS "${name.replaceAll('"', '""')}"`);
    await withDataset(
      await writeParquet("names.parquet", `SELECT ${sql.join(", ")}`),
      {},
      async (dataset) => {
        expect(dataset.columns.map(({ name }) => name)).toEqual(written);
        for (const name of written) expect(await numbersOf(dataset, name)).toEqual([1]);
      },
    );
  });

  test("names that occur again, and none, get a name of their own", async () => {
    const path = write("twins.csv", "a,a,,a_1,a\n1,2,3,4,5\n");
    await withDataset(path, {}, async (dataset) => {
      expect(dataset.columns.map(({ name }) => name)).toEqual(["a", "a_2", "column_3", "a_1", "a_3"]);
    });
  });
});

test("a time column filters rows, in every format", async () => {
  const rows =
    "t,a\n2026-01-31T23:59:59Z,1\n2026-02-01T00:00:00Z,2\n2026-02-28T23:59:59.999Z,3\n2026-03-01T00:00:00Z,4\n,5\n";
  const parquet = "SELECT TIMESTAMP '2026-02-01' AS t, 2 AS a UNION ALL SELECT TIMESTAMP '2026-03-01', 4";
  const window = { start: "2026-02-01T00:00:00.000Z", end: "2026-03-01T00:00:00.000Z" };
  const read = (path: string) =>
    withDataset(path, { timeColumn: "t", window }, async (dataset) => [
      dataset.rows,
      await numbersOf(dataset, "a"),
    ]);
  expect(await read(write("window.csv", rows))).toEqual([2, [2, 3]]);
  expect(await read(await writeParquet("window.parquet", parquet))).toEqual([1, [2]]);
  await expect(openDataset(write("window.csv", rows), { timeColumn: "u", window })).rejects.toThrow(
    /a time column "u", found t, a/,
  );
});

test("a level of a megabyte is cut and marked, and stays apart from others", async () => {
  const long = "x".repeat(1_000_000);
  const path = write("long.csv", `a\n${long}1\n${long}2\n${long}1\n`);
  const levels = await withDataset(path, {}, (dataset) => levelsOf(dataset, "a"));
  expect(levels.map(([, count]) => count)).toEqual([2, 1]);
  expect(levels.every(([value]) => value!.length < 300)).toBe(true);
});

test("three thousand columns", async () => {
  const columns = Array.from({ length: 3000 }, (_, i) => i);
  const path = write("wide.csv", `${columns.map((i) => `c${i}`).join(",")}\n${columns.join(",")}\n`);
  await withDataset(path, {}, async (dataset) => {
    expect(dataset.columns.length).toBe(3000);
    expect(await numbersOf(dataset, "c2999")).toEqual([2999]);
  });
});

const writeTwins = async (name: string, sql: string): Promise<void> => {
  const path = await writeParquet(name, sql);
  // DuckDB writes no such names; these are of one length, so that the footer stays whole.
  write(name, Buffer.from(readFileSync(path).toString("latin1").replaceAll("nnnn", "TWIN"), "latin1"));
};

test("Parquet files with columns whose names differ only in case are one table where all have them alike, and else refused", async () => {
  await writeTwins("alike-1.parquet", "SELECT 1.5::DOUBLE AS twin, 9::DOUBLE AS nnnn");
  await writeTwins("alike-2.parquet", "SELECT 2.5::DOUBLE AS twin, 8::DOUBLE AS nnnn");
  await withDataset(join(folder, "alike-?.parquet"), {}, async (dataset) => {
    expect(await numbersOf(dataset, "twin")).toEqual([1.5, 2.5]);
    expect(await numbersOf(dataset, "TWIN")).toEqual([9, 8]);
  });
  await writeTwins("mixed-1.parquet", "SELECT 7::DOUBLE AS nnnn");
  await writeTwins("mixed-2.parquet", "SELECT 2.5::DOUBLE AS twin, 8::DOUBLE AS nnnn");
  const mixed = withDataset(join(folder, "mixed-?.parquet"), {}, () => Promise.resolve());
  await expect(mixed).rejects.toThrow(/names that differ in more than case.*found TWIN; twin, TWIN\. Read/);
});
