import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { Database } from "../../src/dataset/database.js";
import { openDataset } from "../../src/dataset/open-dataset.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kindsOf, levelsOf, numbersOf, withDataset } from "./read-columns.js";

const folder = temporaryFolder();

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function writeParquet(name: string, sql: string): Promise<string> {
  const path = join(folder, name);
  const database = await Database.open();
  await database.run(`COPY (${sql}) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
  await database.close();
  return path;
}

describe("formats", () => {
  const text = "a,b\n1,x\n2,y\n";
  const read = (path: string) =>
    withDataset(path, {}, async (dataset) => ({
      rows: dataset.rows,
      kinds: kindsOf(dataset),
      a: await numbersOf(dataset, "a"),
      b: await levelsOf(dataset, "b"),
    }));
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

  test("a glob reads all its files; a file of that very name goes first", async () => {
    mkdirSync(join(folder, "it's [odd]"));
    write("it's [odd]/part1.csv", "a\n1\n");
    write("it's [odd]/part2.csv", "a\n2\n3\n");
    const rows = (source: string) => withDataset(source, {}, (dataset) => numbersOf(dataset, "a"));
    expect(await rows(join(folder, "it's ?odd?", "part*.csv"))).toEqual([1, 2, 3]);
    write("it's [odd]/part*.csv", "a\n4\n");
    expect(await rows(join(folder, "it's [odd]", "part*.csv"))).toEqual([4]);
  });
});

describe("kinds", () => {
  test("text is a number, a boolean or a time where all its values are", async () => {
    const path = write(
      "kinds.csv",
      [
        "number,spaced,huge,boolean,date,zoned,text,mixed,code,none",
        "1,NA,9223372036854775808,true,2026-01-31,2026-01-31T10:00:00+02:00,x,1,1_000,",
        '-2.5e3, 7 ,1,FALSE,2026-02-01 12:30:00,2026-01-31T08:00:00Z,,x,2,""',
        ".5,,3,,,,NA,,3,NA",
      ].join("\n"),
    );
    await withDataset(path, { missingTokens: ["NA"] }, async (dataset) => {
      expect(kindsOf(dataset)).toEqual({
        number: "numeric",
        spaced: "numeric",
        huge: "numeric",
        boolean: "boolean",
        date: "datetime",
        zoned: "datetime",
        text: "categorical",
        mixed: "categorical",
        code: "categorical",
        none: "unknown",
      });
      expect(await numbersOf(dataset, "number")).toEqual([1, -2500, 0.5]);
      expect(await numbersOf(dataset, "spaced")).toEqual([null, 7, null]);
      expect(await numbersOf(dataset, "huge")).toEqual([2 ** 63, 1, 3]);
      expect(await numbersOf(dataset, "date")).toEqual([
        Date.UTC(2026, 0, 31),
        Date.UTC(2026, 1, 1, 12, 30),
        null,
      ]);
      expect(await numbersOf(dataset, "zoned")).toEqual([
        Date.UTC(2026, 0, 31, 8),
        Date.UTC(2026, 0, 31, 8),
        null,
      ]);
      expect(await levelsOf(dataset, "boolean")).toEqual([
        ["false", 1],
        ["true", 1],
        [null, 1],
      ]);
      expect(await levelsOf(dataset, "text")).toEqual([
        [null, 2],
        ["x", 1],
      ]);
    });
  });

  test("what only a late row shows is seen", async () => {
    const lines = Array.from({ length: 3000 }, (_, row) => (row < 2999 ? `${row},` : "none,7"));
    const path = write("late.csv", `a,b\n${lines.join("\n")}\n`);
    await withDataset(path, {}, async (dataset) => {
      expect(kindsOf(dataset)).toEqual({ a: "categorical", b: "numeric" });
    });
  });

  test("NaN and infinities come through, apart from nulls", async () => {
    const path = write("infinite.csv", 'a\nNaN\ninf\n-Infinity\n1e400\n""\n1e-400\n');
    expect(await withDataset(path, {}, (dataset) => numbersOf(dataset, "a"))).toEqual([
      NaN,
      Infinity,
      -Infinity,
      Infinity,
      null,
      0,
    ]);
  });

  test("every type of Parquet has its kind", async () => {
    const path = await writeParquet(
      "types.parquet",
      `SELECT 1::TINYINT AS tiny, 2::UBIGINT AS unsigned, 3::HUGEINT AS huge, 4.25::DECIMAL(20, 2) AS decimal,
       5.5::FLOAT AS float, true AS boolean, DATE '2026-01-31' AS date, TIMESTAMP '2026-01-31 00:00:00.5' AS time,
       TIMESTAMPTZ '2026-01-31 02:00:00+02' AS zoned, TIME '10:00' AS clock, 'x'::ENUM('x', 'y') AS level, [1, 2] AS list`,
    );
    await withDataset(path, {}, async (dataset) => {
      const numeric = ["tiny", "unsigned", "huge", "decimal", "float"];
      const values = await Promise.all(numeric.map((name) => numbersOf(dataset, name)));
      expect(values.flat()).toEqual([1, 2, 3, 4.25, 5.5]);
      const day = Date.UTC(2026, 0, 31);
      expect(await numbersOf(dataset, "date")).toEqual([day]);
      expect(await numbersOf(dataset, "time")).toEqual([day + 500]);
      expect(await numbersOf(dataset, "zoned")).toEqual([day]);
      expect(await levelsOf(dataset, "boolean")).toEqual([["true", 1]]);
      expect(await levelsOf(dataset, "clock")).toEqual([["10:00:00", 1]]);
      expect(await levelsOf(dataset, "level")).toEqual([["x", 1]]);
      expect(await levelsOf(dataset, "list")).toEqual([["[1, 2]", 1]]);
    });
  });

  test("a kind can be forced, on the first reading and on the copy", async () => {
    const path = write("forced.csv", "zip,flag,when\n007,1,1769817600000\n010,0,0\n");
    const kinds = new Map([
      ["zip", "categorical"],
      ["flag", "boolean"],
      ["when", "datetime"],
    ] as const);
    await withDataset(path, { kinds }, async (dataset) => {
      for (let reading = 0; reading < 2; reading++) {
        expect(await levelsOf(dataset, "zip")).toEqual([
          ["007", 1],
          ["010", 1],
        ]);
        expect(await levelsOf(dataset, "flag")).toEqual([
          ["false", 1],
          ["true", 1],
        ]);
        expect(await numbersOf(dataset, "when")).toEqual([Date.UTC(2026, 0, 31), 0]);
      }
    });
  });

  test("a missing token that is a number holds in number columns of Parquet too", async () => {
    const path = await writeParquet(
      "token.parquet",
      "SELECT * FROM (VALUES (-999, 'NA'), (1, 'x')) rows(a, b)",
    );
    await withDataset(path, { missingTokens: ["-999", "NA"] }, async (dataset) => {
      expect(await numbersOf(dataset, "a")).toEqual([null, 1]);
      expect(await levelsOf(dataset, "b")).toEqual([
        ["x", 1],
        [null, 1],
      ]);
    });
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

describe("what cannot be read", () => {
  let broken: string;
  beforeAll(async () => {
    const whole = await writeParquet("whole.parquet", "SELECT range AS a FROM range(10000)");
    const { readFileSync } = await import("node:fs");
    broken = write("broken.parquet", readFileSync(whole).subarray(0, 5000));
  });

  test.each([
    ["a missing file", () => join(folder, "nothing.csv"), /expected a file, found none/],
    ["a pattern without files", () => join(folder, "nothing*.csv"), /expected a file, found none/],
    ["a folder", () => folder, /expected a file, found a folder/],
    ["an empty file", () => write("empty.csv", ""), /found an empty file/],
    [
      "binary data",
      () =>
        write(
          "binary",
          Uint8Array.from({ length: 999 }, (_, i) => i * 7),
        ),
      /found binary data/,
    ],
    ["a short row", () => write("short.csv", "a,b,c\n1,2,3\n4,5\n"), /expected 3 values in line 3, found 2/],
    ["a long row", () => write("extra.csv", "a,b\n1,2\n3,4,5\n"), /expected 2 values in line 3, found 3/],
    [
      "Latin-1",
      () => write("latin", Uint8Array.from([...Buffer.from("a,b\n1,caf"), 0xe9, 10])),
      /expected UTF-8 .* line 2/,
    ],
    ["half a Parquet file", () => broken, /expected a whole Parquet file/],
  ])("%s is refused with what was expected and found", async (_, path, message) => {
    const error = await openDataset(path(), {}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: "input-unreadable",
      message: expect.stringMatching(message) as string,
    });
  });

  test("a ragged row late in a large file is found by its line", async () => {
    const lines = Array.from({ length: 50_000 }, (_, row) => (row === 40_000 ? "1" : "1,2"));
    await expect(openDataset(write("late-ragged.csv", `a,b\n${lines.join("\n")}\n`), {})).rejects.toThrow(
      /line 40002/,
    );
  });
});
