import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindsOf, levelsOf, numbersOf, withDataset } from "../../read-columns.js";
import { tableFolder } from "../../table-folder.js";
import { mysqlServer } from "./mysql-server.js";

const server = await mysqlServer();
const { writeParquet } = tableFolder();
let files = 0;

const NUMBERS = [
  ["TINYINT", "-128, 127", [-128, 127]],
  ["TINYINT UNSIGNED", "0, 255", [0, 255]],
  ["SMALLINT", "-32768, 32767", [-32768, 32767]],
  ["SMALLINT UNSIGNED", "0, 65535", [0, 65535]],
  ["MEDIUMINT", "-8388608, 8388607", [-8388608, 8388607]],
  ["MEDIUMINT UNSIGNED", "0, 16777215", [0, 16777215]],
  ["INT", "-2147483648, 2147483647", [-2147483648, 2147483647]],
  ["INT UNSIGNED", "0, 4294967295", [0, 4294967295]],
  ["INT(5) ZEROFILL", "7, 123456", [7, 123456]],
  ["FLOAT", "0.1, -2.5", [Math.fround(0.1), -2.5]],
  ["FLOAT UNSIGNED", "16777217, 3e38", [16777216, Math.fround(3e38)]],
  ["DOUBLE", "1.7976931348623157e308, -5e-324", [1.7976931348623157e308, -5e-324]],
  ["DECIMAL(12, 2)", "-0.07, 9999999999.99", [-0.07, 9999999999.99]],
  ["DECIMAL(5) UNSIGNED", "0, 99999", [0, 99999]],
  ["DECIMAL(65, 30)", "-1.5, 12345.000000000000000000000000000001", [-1.5, 12345]],
  ["BIT(9)", "b'0', b'101010101'", [0, 341]],
  ["BIT(64)", "0, 0x8000000000000000", [0, 2 ** 63]],
  ["YEAR", "1901, 2155", [1901, 2155]],
] as const;

const TIMES = [
  ["DATE", "'2026-01-31', '1000-01-01'", ["2026-01-31T00:00:00.000Z", "1000-01-01T00:00:00.000Z"]],
  [
    "DATETIME",
    "'2026-01-31 23:59:59', '9999-12-31 23:59:59'",
    ["2026-01-31T23:59:59.000Z", "9999-12-31T23:59:59.000Z"],
  ],
  [
    "DATETIME(6)",
    "'2026-01-31 23:59:59.123000', '2026-01-31'",
    ["2026-01-31T23:59:59.123Z", "2026-01-31T00:00:00.000Z"],
  ],
  [
    "TIMESTAMP(3) NULL",
    "'2026-03-29 01:30:00.5', '1970-01-01 00:00:01'",
    ["2026-03-29T01:30:00.500Z", "1970-01-01T00:00:01.000Z"],
  ],
] as const;

const LEVELS = [
  [
    "BIGINT",
    "categorical",
    "-9223372036854775808, 9007199254740993",
    ["-9223372036854775808", "9007199254740993"],
  ],
  ["BIGINT UNSIGNED", "categorical", "18446744073709551615, 0", ["0", "18446744073709551615"]],
  [
    "DECIMAL(38, 2)",
    "categorical",
    "123456789012345678901234567890123456.78, 1.50",
    ["1.50", "123456789012345678901234567890123456.78"],
  ],
  ["BOOLEAN", null, "true, false", ["false", "true"]],
  ["BIT(1)", null, "b'1', b'0'", ["false", "true"]],
  ["TIME", null, "'-838:59:59', '12:30'", ["-838:59:59", "12:30:00"]],
  ["CHAR(5)", null, "'ab ', 'B'", ["B", "ab"]],
  ["VARCHAR(20)", null, "'it''s 😀', 'a\\0b\\n'", ["a\0b\n", "it's 😀"]],
  ["VARCHAR(20) CHARACTER SET latin1", null, "'Größe', 'ÿ'", ["Größe", "ÿ"]],
  ["LONGTEXT", null, "repeat('年', 900), 'x'", ["x", "年".repeat(900)]],
  ["ENUM('klein', 'größe')", null, "'größe', 'klein'", ["größe", "klein"]],
  ["SET('a', 'b')", null, "'b,a', 'b'", ["a,b", "b"]],
  ["JSON", null, "'{\"a\": 1}', '[7]'", ["[7]", '{"a": 1}']],
  ["BLOB", null, "0x41FF00, 0x42", ["A\\xFF\\x00", "B"]],
  ["BINARY(2)", null, "0x41, 0x4242", ["A\\x00", "BB"]],
  [
    "UUID",
    null,
    "'00000000-0000-0000-0000-00000000000a', 'ffffffff-0000-0000-0000-000000000000'",
    ["00000000-0000-0000-0000-00000000000a", "ffffffff-0000-0000-0000-000000000000"],
  ],
] as const;

function maybe<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(values, { nil: null, freq: 5 });
}

/** Everything that is read of a source. */
function all(source: string): Promise<unknown> {
  return withDataset(source, {}, async (dataset) => {
    const values: Record<string, unknown> = {};
    for (const { name, kind } of dataset.columns) {
      const read = kind === "numeric" || kind === "datetime" ? numbersOf : levelsOf;
      values[name] = await read(dataset, name);
    }
    return { rows: dataset.rows, kinds: kindsOf(dataset), values };
  });
}

/** A table of a column `v` with two values and a null. */
async function column(type: string, values: string): Promise<string> {
  await server.run(
    `DROP TABLE IF EXISTS one; CREATE TABLE one (n INT AUTO_INCREMENT PRIMARY KEY, v ${type}) CHARACTER SET utf8mb4`,
  );
  const [a, b] = values.split(/, (?=[^,]*$)/);
  await server.run(`INSERT INTO one (v) VALUES (${a}), (${b}), (NULL)`);
  return server.address("?table=one");
}

describe.skipIf(!server.isHere)("columns of MySQL", () => {
  test.each(NUMBERS)("%s is numbers, to the last digit", async (type, values, expected) => {
    await withDataset(await column(type, values), {}, async (dataset) => {
      expect(kindsOf(dataset)).toEqual({ n: "numeric", v: "numeric" });
      expect(await numbersOf(dataset, "v")).toEqual([...expected, null]);
      expect(dataset.notes).toEqual([]);
    });
  });

  test.each(TIMES)("%s is points in time, in UTC", async (type, values, expected) => {
    await withDataset(await column(type, values), {}, async (dataset) => {
      expect(kindsOf(dataset)).toEqual({ n: "numeric", v: "datetime" });
      const times = await numbersOf(dataset, "v");
      expect(times.map((time) => (time === null ? null : new Date(time).toISOString()))).toEqual([
        ...expected,
        null,
      ]);
    });
  });

  test.each(LEVELS)(
    "%s has levels, %s, each digit and sign of them",
    async (type, forced, values, expected) => {
      const kinds = forced === null ? undefined : new Map([["v", forced]]);
      await withDataset(await column(type, values), kinds === undefined ? {} : { kinds }, async (dataset) => {
        expect(["categorical", "boolean"]).toContain(kindsOf(dataset)["v"]);
        const levels = await levelsOf(dataset, "v");
        expect(levels.filter(([value]) => value !== null).map(([value]) => value)).toEqual(expected);
        expect(levels).toContainEqual([null, 1]);
      });
    },
  );

  test("TINYINT(1) with other values than 0 and 1 is numbers, and that is said", async () => {
    await withDataset(await column("TINYINT(1)", "0, 2"), {}, async (dataset) => {
      expect(kindsOf(dataset)["v"]).toBe("numeric");
      expect(await numbersOf(dataset, "v")).toEqual([0, 2, null]);
      expect(dataset.notes).toEqual([
        "v is a TINYINT(1) with values other than 0 and 1, so it is read as numbers",
      ]);
    });
  });

  test("dates that no calendar has are missing, and how many is said", async () => {
    for (const type of ["DATE", "DATETIME"]) {
      await withDataset(await column(type, "'0000-00-00', '2026-02-00'"), {}, async (dataset) => {
        expect(await numbersOf(dataset, "v")).toEqual([null, null, null]);
        expect(dataset.notes).toEqual([
          "missing in v, for no calendar has such a date (0000-00-00, perhaps): 2",
        ]);
      });
    }
  });

  test("a window is left to the server, which leaves out what the reader would, and what has no time is counted", async () => {
    await server.run(
      "CREATE TABLE seen (v INT, t DATETIME(3)); INSERT INTO seen VALUES (1, '2026-01-31 23:59:59.999'), (2, '2026-02-01'), (3, '2026-02-28 23:59:59.999'), (4, '2026-03-01'), (5, NULL), (6, '0000-00-00')",
    );
    const window = { start: "2026-02-01T00:00:00.000Z", end: "2026-03-01T00:00:00.000Z" };
    await withDataset(
      server.address("?table=seen"),
      { timeColumn: "t", window, features: ["v"] },
      async (dataset) => {
        expect(await numbersOf(dataset, "v")).toEqual([2, 3]);
        expect(dataset.notes).toEqual([
          "missing in t, for no calendar has such a date (0000-00-00, perhaps): 1",
          "left out for want of a time in t: 2",
        ]);
      },
    );
    expect(await server.asked()).toContain(
      "SELECT `v`, `t` FROM `seen` WHERE `t` >= TIMESTAMP '2026-02-01 00:00:00.000' AND `t` < TIMESTAMP '2026-03-01 00:00:00.000' OR `t` IS NULL OR `t` < TIMESTAMP '0001-01-01 00:00:00.000'",
    );
  });

  test("of a table, columns that nobody asks for are known, and not read", async () => {
    await server.run(
      "CREATE TABLE wide (a INT, `b` TEXT, `sel``ect.x` DOUBLE); INSERT INTO wide VALUES (1, 'x', 0.5)",
    );
    await withDataset(
      server.address("?table=wide"),
      { features: ["sel`ect.x", "absent"] },
      async (dataset) => {
        expect(kindsOf(dataset)).toEqual({ a: "numeric", b: "categorical", "sel`ect.x": "numeric" });
        expect(await numbersOf(dataset, "sel`ect.x")).toEqual([0.5]);
        expect(await levelsOf(dataset, "b")).toEqual([[null, 1]]);
      },
    );
    await withDataset(server.address("?table=wide"), { features: ["absent"] }, async (dataset) => {
      expect(dataset.rows).toBe(1);
      await Promise.resolve();
    });
  });

  test("whatever the rows, they are those of the same rows in Parquet", async () => {
    const time = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    const row = fc.tuple(
      maybe(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      maybe(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })),
      maybe(fc.double({ noNaN: true, noDefaultInfinity: true })),
      maybe(fc.float({ noNaN: true, noDefaultInfinity: true })),
      maybe(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((cents) => (cents / 100).toFixed(2))),
      maybe(fc.boolean()),
      maybe(fc.string({ unit: "grapheme", maxLength: 12 })),
      maybe(time.map((date) => date.toISOString().replace("T", " ").replace("Z", ""))),
    );
    const names = ["big", "whole", "double", "single", "amount", "flag", "grade", "seen"];
    const types =
      "big BIGINT, whole BIGINT UNSIGNED, `double` DOUBLE, single FLOAT, amount DECIMAL(12, 2), flag BOOLEAN, grade TEXT, seen DATETIME(3)";
    const parquet = [
      "BIGINT",
      "UBIGINT",
      "DOUBLE",
      "FLOAT",
      "DECIMAL(12, 2)",
      "BOOLEAN",
      "VARCHAR",
      "TIMESTAMP",
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        await server.run(
          `DROP TABLE IF EXISTS any_rows; CREATE TABLE any_rows (${types}) CHARACTER SET utf8mb4`,
        );
        if (rows.length > 0) await server.run(`INSERT INTO any_rows VALUES ?`, [rows]);
        const cells = (rows.length > 0 ? rows : [names.map(() => null)]).map(
          (values) =>
            `(${values.map((value) => (value === null ? "NULL" : `'${String(value).replaceAll("'", "''")}'`)).join(", ")})`,
        );
        const casts = names.map((name, i) => `CAST(c${i} AS ${parquet[i]}) AS "${name}"`);
        const sql = `SELECT ${casts.join(", ")} FROM (VALUES ${cells.join(", ")}) AS cells(${names.map((_, i) => `c${i}`).join(", ")}) ${rows.length > 0 ? "" : "LIMIT 0"}`;
        expect(await all(server.address("?table=any_rows"))).toEqual(
          await all(await writeParquet(`${files++}.parquet`, sql)),
        );
      }),
      { numRuns: 25 },
    );
  });
});
