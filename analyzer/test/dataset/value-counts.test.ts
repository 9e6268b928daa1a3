import { expect, test } from "vitest";
import { profilesOf } from "../profile/profiles-of.js";
import { numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { writeParquet } = tableFolder();

/** Ages with missing ones, whole numbers of a wide range, ages as doubles, and a time. */
const ROWS = `SELECT
  CASE WHEN i % 7 = 0 THEN NULL ELSE 18 + (i * 31) % 60 END::INTEGER AS value,
  (i * 7919)::BIGINT AS wide,
  (18 + i % 60)::DOUBLE AS fraction,
  TIMESTAMP '2026-01-01' + to_hours(i::INTEGER % 48) AS time
FROM range(70000) AS rows(i)`;

test("whole numbers of a short range are counted as their rows have them; others are not", async () => {
  const path = await writeParquet("ages.parquet", ROWS);
  await withDataset(path, { missingTokens: ["40", "NA"] }, async (dataset) => {
    const counted = await dataset.valueCounts("value");
    const expected = new Map<number | null, number>();
    for (const value of await numbersOf(dataset, "value"))
      expected.set(value, (expected.get(value) ?? 0) + 1);
    expect(counted!.nulls).toBe(expected.get(null));
    expected.delete(null);
    expect(expected.has(40)).toBe(false);
    expect(new Map(Array.from(counted!.values, (value, i) => [value, counted!.counts[i]!]))).toEqual(
      expected,
    );
    expect(await dataset.valueCounts("wide")).toBeNull();
    expect(await dataset.valueCounts("fraction")).toBeNull();
  });
});

test("rows of a window are not counted from the whole file", async () => {
  const path = await writeParquet("window.parquet", ROWS);
  const window = { start: "2026-01-01T00:00:00Z", end: "2026-01-02T00:00:00Z" };
  await withDataset(path, { timeColumn: "time", window }, async (dataset) => {
    expect(await dataset.valueCounts("value")).toBeNull();
  });
});

test("a column counted by value has the profile of its rows", async () => {
  const counted = await writeParquet("counted.parquet", ROWS);
  const streamed = await writeParquet("streamed.parquet", `SELECT value::DOUBLE AS value FROM (${ROWS})`);
  const [first, second] = await Promise.all(
    [counted, streamed].map((path) => withDataset(path, {}, (dataset) => profilesOf(dataset, ["value"]))),
  );
  expect(first).toEqual(second);
});
