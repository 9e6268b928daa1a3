import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { kindsOf, levelsOf, numbersOf, withDataset } from "./read-columns.js";
import { tableFolder } from "./table-folder.js";

const { write } = tableFolder();

function lines(name: string, rows: readonly object[]): string {
  return write(name, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

test("text is a point in time where all of it is ISO 8601, however many digits it has, and nothing else is guessed", async () => {
  const path = lines("times.jsonl", [
    {
      python: "2026-01-31T10:00:00.123456",
      mixed: "2026-01-31T10:00:00",
      zoned: "2026-01-31T10:00:00+02:00",
      day: "2026-01-31",
      words: "N/A",
      none: null,
      code: "1-2-3",
      short: "01-02-26",
      german: "01-02-2026",
      clock: "9:05:00",
      id: "123E4567-E89B-12D3-A456-426614174000",
      number: "1.50",
      flag: "true",
    },
    { python: "2026-01-31T10:00:00", mixed: "2026-01-31T10:00:00.5Z", day: "", words: "2026-02-01" },
  ]);
  await withDataset(path, {}, async (dataset) => {
    const [times, texts] = [
      ["python", "mixed", "zoned", "day", "words"],
      ["code", "short", "german", "clock", "id", "number", "flag"],
    ];
    expect(kindsOf(dataset)).toEqual({
      ...Object.fromEntries(times.map((name) => [name, "datetime"])),
      ...Object.fromEntries(texts.map((name) => [name, "categorical"])),
      none: "unknown",
    });
    const start = Date.UTC(2026, 0, 31, 10);
    for (let reading = 0; reading < 2; reading++) {
      expect(await numbersOf(dataset, "python")).toEqual([start + 123, start]);
      expect(await numbersOf(dataset, "mixed")).toEqual([start, start + 500]);
      expect(await numbersOf(dataset, "zoned")).toEqual([start - 7_200_000, null]);
      expect(await numbersOf(dataset, "day")).toEqual([Date.UTC(2026, 0, 31), null]);
      expect(await numbersOf(dataset, "words")).toEqual([null, Date.UTC(2026, 1, 1)]);
      expect(await levelsOf(dataset, "clock")).toContainEqual(["9:05:00", 1]);
      expect(await levelsOf(dataset, "id")).toContainEqual(["123E4567-E89B-12D3-A456-426614174000", 1]);
    }
    expect(dataset.notes).toEqual([
      expect.stringContaining("1 in words;"),
      expect.stringContaining('read as text: german ("01-02-2026"'),
    ]);
  });
});

test("values of several types have the kind that all of them show, as in CSV", async () => {
  const path = lines("several.jsonl", [
    { number: 1, quoted: 7, flag: true, level: 1, tree: { a: 1 } },
    { number: "N/A", quoted: "8.5", flag: "false", level: "x", tree: [2] },
    { number: 2.5, quoted: "", flag: true, level: "x", tree: null },
  ]);
  await withDataset(path, {}, async (dataset) => {
    const kinds = { number: "numeric", quoted: "numeric", flag: "boolean" };
    expect(kindsOf(dataset)).toEqual({ ...kinds, level: "categorical", tree: "categorical" });
    for (let reading = 0; reading < 2; reading++) {
      expect(await numbersOf(dataset, "number")).toEqual([1, null, 2.5]);
      expect(await numbersOf(dataset, "quoted")).toEqual([7, 8.5, null]);
      expect(await levelsOf(dataset, "level")).toEqual([
        ["x", 2],
        ["1", 1],
      ]);
    }
  });
  const own = { missingTokens: ["x"], kinds: new Map([["level", "numeric"]] as const) };
  await withDataset(path, own, async (dataset) =>
    expect(await numbersOf(dataset, "level")).toEqual([1, null, null]),
  );
});

test("keys that differ only in case keep their names, also packed and in several files", async () => {
  const rows = [
    { a: 1, A: "x", a_1: 3, Ab: 1, AB: 2, ab: 3 },
    { A: "y", a: 2, B: 7 },
    { b: 9, "B b": 1, clock: "9:05" },
  ];
  const path = lines("twins.jsonl", rows);
  const packed = write("twins.gz", gzipSync(rows.map((row) => JSON.stringify(row)).join("\n")));
  for (const source of [path, packed, path.replace("twins", "?wins")]) {
    await withDataset(source, {}, async (dataset) => {
      expect(dataset.columns.map(({ name }) => name)).toEqual([
        "a",
        "A",
        "a_1",
        "Ab",
        "AB",
        "ab",
        "B",
        "b",
        "B b",
        "clock",
      ]);
      expect(await numbersOf(dataset, "a")).toEqual([1, 2, null]);
      expect((await levelsOf(dataset, "A")).length).toBe(3);
      expect(await numbersOf(dataset, "a_1")).toEqual([3, null, null]);
      expect(await numbersOf(dataset, "AB")).toEqual([2, null, null]);
      expect(await numbersOf(dataset, "b")).toEqual([null, null, 9]);
    });
  }
});

test.each([
  ["a few rows", 3],
  ["rows that make maps", 300],
])("one object of whole columns, as pandas writes by default, is refused: %s", async (_, rows) => {
  const column = (value: (row: number) => unknown): object =>
    Object.fromEntries(Array.from({ length: rows }, (_, row) => [String(row), value(row)]));
  const path = lines("columns.json", [{ age: column((row) => row), home: column((row) => `h${row % 2}`) }]);
  await expect(withDataset(path, {}, async () => undefined)).rejects.toThrow(
    /one object per row, found one object of whole columns\. Write it row by row, with pandas by to_json/,
  );
});

test("objects with row numbers for keys are rows where there are several, or others beside them", async () => {
  const rows = [{ scores: { 0: 1, 1: 2 } }, { scores: { 0: 3, 1: 4 } }];
  for (const [name, objects] of [
    ["several.jsonl", rows],
    ["beside.jsonl", [{ ...rows[0], id: 7 }]],
  ] as const)
    await withDataset(lines(name, objects), {}, async (dataset) => expect(dataset.rows).toBe(objects.length));
});

test("an object of more than 16 MB is no row", async () => {
  const path = lines("long.json", [{ text: "x".repeat(40_000_000) }]);
  await expect(withDataset(path, {}, async () => undefined)).rejects.toThrow(
    /expected one JSON object per row, found one of more than 16 MB\. Write the table row by row/,
  );
});
