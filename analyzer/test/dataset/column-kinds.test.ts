import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { kindsOf, levelsOf, numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { write, writeParquet } = tableFolder();

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
  const lines = Array.from({ length: 3000 }, (_, row) => (row < 2999 ? `${row},` : "few,7"));
  const path = write("late.csv", `a,b\n${lines.join("\n")}\n`);
  await withDataset(path, {}, async (dataset) => {
    expect(kindsOf(dataset)).toEqual({ a: "categorical", b: "numeric" });
  });
});

test("a point in time begins with a year of four digits: codes of three numbers are text", async () => {
  const path = write(
    "codes.csv",
    "code,short,time,slash\n10-12-05,1-2-3, 2026-1-5,2026/01/31\n10-11-04,555-12-12,0001-01-01,\n",
  );
  await withDataset(path, {}, (dataset) =>
    Promise.resolve(
      expect(kindsOf(dataset)).toEqual({
        code: "categorical",
        short: "categorical",
        time: "datetime",
        slash: "datetime",
      }),
    ),
  );
});

test.each([
  ["n/a", "numeric"],
  ["1_000", "categorical"],
  ["x", "categorical"],
  ["1e3", "numeric"],
])("a late row is seen whatever it shows: %s", async (last, kind) => {
  const path = write("late-row.csv", `a,b\n${"1,2\n".repeat(5000)}${last},3\n`);
  await withDataset(path, {}, (dataset) =>
    Promise.resolve(expect([kindsOf(dataset)["a"], dataset.rows]).toEqual([kind, 5001])),
  );
});

test("words that mean missing are so among numbers and points in time only, and only where others are", async () => {
  const path = write(
    "words.csv",
    "number,time,level,words,flag\n N/A ,-,-,NA,true\n1,2026-01-31,x,?,-\n-,NULL,.,NA,false\n--,,NA,NA,\n",
  );
  await withDataset(path, {}, async (dataset) => {
    expect(kindsOf(dataset)).toEqual({
      number: "numeric",
      time: "datetime",
      level: "categorical",
      words: "categorical",
      flag: "categorical",
    });
    expect(await numbersOf(dataset, "number")).toEqual([null, 1, null, null]);
    expect(await numbersOf(dataset, "time")).toEqual([null, Date.UTC(2026, 0, 31), null, null]);
    expect(dataset.notes).toEqual([expect.stringContaining("3 in number, 2 in time;")]);
  });
  await withDataset(path, { missingTokens: ["NA"] }, (dataset) =>
    Promise.resolve(expect(kindsOf(dataset)["number"]).toBe("categorical")),
  );
  const parquet = await writeParquet("words.parquet", "SELECT * FROM (VALUES ('N/A'), ('7')) rows(a)");
  await withDataset(parquet, { kinds: new Map([["a", "numeric"]]) }, async (dataset) =>
    expect(await numbersOf(dataset, "a")).toEqual([null, 7]),
  );
});

test("columns that are not asked for are named, and not read", async () => {
  const path = write("some.csv", "a,b,t\n1,x,2026-01-31\n2,y,2026-02-01\n");
  const window = { start: "2026-02-01T00:00:00Z", end: "2026-03-01T00:00:00Z" };
  await withDataset(path, { features: ["a"], timeColumn: "t", window }, async (dataset) => {
    expect(kindsOf(dataset)).toEqual({ a: "numeric", b: "unknown", t: "datetime" });
    expect([dataset.rows, await numbersOf(dataset, "a")]).toEqual([1, [2]]);
  });
  await withDataset(path, { features: ["b", "none"] }, async (dataset) => {
    expect(dataset.rows).toBe(2);
    expect(await levelsOf(dataset, "b")).toEqual([
      ["x", 1],
      ["y", 1],
    ]);
  });
  await withDataset(path, { features: [] }, (dataset) => Promise.resolve(expect(dataset.rows).toBe(2)));
  const ragged = write("some-ragged.csv", "a,b\n1,x\n2\n");
  await expect(withDataset(ragged, { features: ["a"] }, () => Promise.resolve())).rejects.toThrow(/line 3/);
});

test("an empty file, also packed, has no columns; among others it is left out", async () => {
  for (const content of ["", "\uFEFF\n", gzipSync("")]) {
    await withDataset(write("empty", content), {}, (dataset) =>
      Promise.resolve(expect([dataset.rows, dataset.columns]).toEqual([0, []])),
    );
  }
  write("part-1.csv", "");
  const full = write("part-2.csv", "a\n1\n");
  await withDataset(full.replace("part-2", "part-?"), {}, async (dataset) => {
    expect(await numbersOf(dataset, "a")).toEqual([1]);
    expect(dataset.notes).toEqual([expect.stringMatching(/part-1.csv is an empty file$/)]);
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

test("a column's own missing tokens stand in place of the run's, on the first reading and on the copy", async () => {
  const path = write("own-tokens.csv", "a,b,c\n1,-,NA\nN/A,NA,NA\n-,3,x\n");
  const options = {
    missingTokens: ["NA"],
    columnTokens: new Map([
      ["a", ["N/A", "-"]],
      ["b", ["-", "NA"]],
      ["c", []],
    ]),
  };
  await withDataset(path, options, async (dataset) => {
    expect(kindsOf(dataset)).toEqual({ a: "numeric", b: "numeric", c: "categorical" });
    for (let reading = 0; reading < 2; reading++) {
      expect(await numbersOf(dataset, "a")).toEqual([1, null, null]);
      expect(await numbersOf(dataset, "b")).toEqual([null, null, 3]);
      expect(await levelsOf(dataset, "c")).toEqual([
        ["NA", 2],
        ["x", 1],
      ]);
    }
  });
  const parquet = await writeParquet(
    "own.parquet",
    "SELECT * FROM (VALUES (-9, 'NA'), (-1, 'x')) rows(a, b)",
  );
  const own = { missingTokens: ["-9", "NA"], columnTokens: new Map([["a", ["-1"]]]) };
  await withDataset(parquet, own, async (dataset) => {
    expect(await numbersOf(dataset, "a")).toEqual([-9, null]);
    expect(await levelsOf(dataset, "b")).toEqual([
      ["x", 1],
      [null, 1],
    ]);
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

test("codes are the same levels whether their writer took them for whole numbers or not", async () => {
  const options = { kinds: new Map([["code", "categorical"]] as const) };
  const levels = [
    ["1", 1],
    ["20", 1],
    ["3.5", 1],
  ];
  const csv = write("codes.csv", "code\n1.0\n20.00\n3.5\n");
  const parquet = await writeParquet("codes.parquet", "SELECT unnest([1, 20, 3.5])::DOUBLE AS code");
  for (const path of [csv, parquet]) {
    await withDataset(path, options, async (dataset) =>
      expect(await levelsOf(dataset, "code")).toEqual(levels),
    );
  }
  const versions = write("versions.csv", "code\n1.0\n1\nx\n");
  await withDataset(versions, options, async (dataset) =>
    expect(await levelsOf(dataset, "code")).toEqual([
      ["1", 1],
      ["1.0", 1],
      ["x", 1],
    ]),
  );
});
