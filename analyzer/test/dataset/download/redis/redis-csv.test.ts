import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  double,
  integer,
  oneof,
  string,
  tuple,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { levelsOf, numbersOf, withDataset } from "../../read-columns.js";
import { tableFolder } from "../../table-folder.js";
import { csvOf } from "../../table-text.js";
import { testRedis } from "./redis-server.js";

const { isHere, client, at } = await testRedis();
const { write } = tableFolder();

const cells = oneof(
  constantFrom("", "NA", "n/a", "null", "true", "false", "0", "-0", "1e3", " 5 ", "2026-02-01", "a,b"),
  integer().map(String),
  double().map(String),
  string({ unit: "binary" }).map((text) => text.replaceAll("\0", "")),
);
const columns = ["A", "a", "age", "loan amount", 'q"', "年龄"].map((name) => ({
  name,
  type: "text" as const,
}));
const tables = array(tuple(...columns.map(() => cells)), { minLength: 1, maxLength: 30 });

/** All that is read of a source. */
function contentsOf(source: string): Promise<unknown> {
  return withDataset(source, {}, async (dataset) => {
    const contents: unknown[] = [];
    for (const { name, kind } of dataset.columns) {
      const isNumber = kind === "numeric" || kind === "datetime";
      contents.push([name, kind, await (isNumber ? numbersOf : levelsOf)(dataset, name)]);
    }
    return { rows: dataset.rows, notes: dataset.notes, contents };
  });
}

describe.skipIf(!isHere)("hashes in Redis", () => {
  test("the same rows in CSV give the same columns, numbers and levels", async () => {
    await assert(
      asyncProperty(tables, async (rows) => {
        const path = write("same.csv", csvOf({ columns, rows }));
        const pipeline = client.pipeline().flushall();
        for (const [row, values] of rows.entries()) {
          const fields = values.map((value, i) => [columns[i]!.name, value]);
          pipeline.hset(String(row).padStart(4, "0"), Object.fromEntries(fields));
        }
        await pipeline.exec();
        expect(await contentsOf(at())).toEqual(await contentsOf(path));
      }),
      { numRuns: 25 },
    );
  });
});
