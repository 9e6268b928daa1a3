import { readdirSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReadAhead } from "../../src/dataset/read-ahead.js";
import { writeColumn } from "../profile/profile-csv.js";
import { profilesOf } from "../profile/profiles-of.js";
import { temporaryFolder } from "../temporary-folder.js";
import { numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { path: folder, writeParquet, write } = tableFolder();

/** Groups of rows that are no whole number of chunks, missing values, more different ones than a table holds, points in time, text. */
const ROWS = `SELECT
  CASE WHEN i % 11 = 0 THEN NULL ELSE exp(sin(i) * 3) END AS amount,
  CASE WHEN i % 3 = 0 THEN 0 ELSE i / 7.0 END AS debt,
  (i % 60)::INTEGER AS age,
  TIMESTAMP '2026-01-01' + to_seconds(i) AS time,
  'R' || (i % 5) AS region
FROM range(200_003) AS rows(i)`;
const COLUMNS = ["amount", "debt", "age", "time", "region"];

/** A million rows. */
const numbers = "SELECT range::DOUBLE FROM range(1_000_000)";

async function sumOf(reader: ReadAhead, sql: string): Promise<number> {
  let sum = 0;
  for await (const { rows, columns } of reader.batches(sql, ["a"]))
    sum += columns
      .get("a")!
      .values.subarray(0, rows)
      .reduce((total, value) => total + value, 0);
  return sum;
}

describe("with numbers read ahead", () => {
  test("rows are the same, in the same order", async () => {
    const path = await writeParquet("order.parquet", ROWS);
    const [here, ahead] = await Promise.all(
      [false, true].map((readAhead) =>
        withDataset(path, { readAhead }, (dataset) => numbersOf(dataset, "amount")),
      ),
    );
    expect(ahead).toHaveLength(200_003);
    expect(ahead).toEqual(here);
  });

  test("profiles are the same to the last digit, of Parquet, CSV and JSON lines, and all rows are told", async () => {
    const parquet = await writeParquet("profiles.parquet", ROWS);
    const csv = write("few.csv", "amount,debt,age,time,region\n1.5,0,3,2026-01-01,a\n,2,4,2026-01-02,b\n");
    const lines = write("few.jsonl", '{"amount":1.5,"debt":0}\n{"amount":null,"debt":3}\n');
    for (const path of [parquet, csv, lines]) {
      const told: number[] = [];
      const [here, ahead] = await Promise.all(
        [false, true].map((readAhead) =>
          withDataset(path, { readAhead }, async (dataset) => {
            let read = 0;
            const profiles = await profilesOf(dataset, COLUMNS, new Map(), (rows) => (read = rows));
            told.push(read - dataset.rows);
            return profiles;
          }),
        ),
      );
      expect(ahead).toEqual(here);
      expect(told).toEqual([0, 0]);
    }
  });

  test("any column of numbers has the same profile", async () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom("inf", "nan", null, 0),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 3000 }), async (values) => {
        const path = writeColumn(folder, values);
        const [here, ahead] = await Promise.all(
          [false, true].map((readAhead) =>
            withDataset(path, { readAhead }, (dataset) => profilesOf(dataset, ["a"])),
          ),
        );
        expect(ahead).toEqual(here);
      }),
      { numRuns: 8 },
    );
  });

  test("a column that cannot be read is said so in the same words, and sinks no other", async () => {
    const path = await writeParquet(
      "broken.parquet",
      "SELECT i::DOUBLE AS good, CASE WHEN i = 90000 THEN 'x' ELSE '1' END AS bad FROM range(100_000) AS rows(i)",
    );
    const kinds = new Map([["bad", "numeric" as const]]);
    const options = { kinds, missingTokens: ["NA"] };
    const [here, ahead] = await Promise.all(
      [false, true].map((readAhead) =>
        withDataset(path, { ...options, readAhead }, (dataset) => profilesOf(dataset, ["bad", "good"])),
      ),
    );
    expect(ahead!.get("bad")).toMatchObject({ status: "failed", reason: expect.stringContaining("x") });
    expect(ahead!.get("good")).toMatchObject({ status: "ok", statistics: { count: 100_000 } });
    expect(ahead).toEqual(here);
  });
});

describe("a thread that reads ahead", () => {
  test("reads one statement after another, also after a fault and after one that was left early", async () => {
    const within = temporaryFolder();
    const reader = new ReadAhead(within);
    expect(await sumOf(reader, numbers)).toBe(499_999_500_000);
    await expect(sumOf(reader, "SELECT a FROM nowhere")).rejects.toThrow(/nowhere/);
    for await (const { rows } of reader.batches(numbers, ["a"])) {
      expect(rows).toBeLessThan(1_000_000);
      break;
    }
    expect(await sumOf(reader, numbers)).toBe(499_999_500_000);
    await reader.end();
    expect(readdirSync(within)).toEqual([]);
  });

  test("reads two statements at once", async () => {
    const reader = new ReadAhead(temporaryFolder());
    expect(await Promise.all([numbers, numbers].map((sql) => sumOf(reader, sql)))).toEqual([
      499_999_500_000, 499_999_500_000,
    ]);
    await reader.end();
  });

  test("says so where it cannot start", async () => {
    const reader = new ReadAhead(`${temporaryFolder()}/missing`);
    await expect(sumOf(reader, numbers)).rejects.toThrow(/ENOENT/);
    await reader.end();
  });
});
