import { mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { Kind } from "../../src/artifact/index.js";
import type { DatasetOptions } from "../../src/dataset/dataset-options.js";
import type { Dataset } from "../../src/dataset/dataset.js";
import { shownSource } from "../../src/dataset/download/address.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kindsOf, levelsOf, numbersOf, withDataset } from "./read-columns.js";

/** What a column is made for; its values are of that type, or null. */
export type ColumnType = "integer" | "number" | "text" | "boolean" | "time";

/** A value of a row. */
export type Value = number | string | boolean | Date | null;

/** Rows that are to lie somewhere. */
export interface RowTable {
  columns: readonly { name: string; type: ColumnType }[];
  rows: readonly (readonly Value[])[];
}

/** What names rows, and what opening them takes beside it. */
export interface NamedRows {
  source: string;
  options?: DatasetOptions;
}

/** What some places of rows cannot hold, or do not promise. */
export type Lack =
  | "an order of rows"
  | "an order of columns"
  | "a table without rows"
  | "names that differ only in case"
  | "emoji in names";

/** A kind of place where rows may lie. */
export interface RowPlace {
  /** Puts a table where no other is. */
  put: (table: RowTable) => Promise<NamedRows>;
  /** Names rows as {@link put} does, where there are none. */
  absent: () => NamedRows | Promise<NamedRows>;
  lacks?: readonly Lack[];
  /** Passwords and keys, none of which anybody may be told. */
  secrets?: readonly string[];
  /** Kinds that its columns show, where they are others than the columns were made for. */
  kinds?: Partial<Record<ColumnType, Kind>>;
}

const KINDS: Readonly<Record<ColumnType, Kind>> = {
  integer: "numeric",
  number: "numeric",
  text: "categorical",
  boolean: "boolean",
  time: "datetime",
};

const times = ["2026-01-31T23:59:59.999Z", "2026-02-01T00:00:00.000Z", "2026-02-28T12:30:00.000Z"].map(
  (text) => new Date(text),
);
const values: RowTable = {
  columns: [
    { name: "whole", type: "integer" },
    { name: "amount", type: "number" },
    { name: "grade", type: "text" },
    { name: "isOpen", type: "boolean" },
    { name: "seen", type: "time" },
    { name: "nothing", type: "number" },
  ],
  rows: [
    [0, 0.1, "A", true, times[0]!, null],
    [-7, -2.5e-7, "年龄 😀", false, times[1]!, null],
    [9007199254740991, 1.7976931348623157e308, 'it\'s "quoted", \\ and\nbroken', true, times[2]!, null],
    [null, null, null, null, null, null],
    [41, 123456.789, "A", true, times[1]!, null],
    [41, 1e15, "", false, null, null],
  ],
};

function columnOf({ columns, rows }: RowTable, name: string): (number | null)[] {
  const index = columns.findIndex((column) => column.name === name);
  return rows.map((row) => {
    const value = row[index] ?? null;
    return value === null ? null : Number(value);
  });
}

function open<Result>(
  { source, options }: NamedRows,
  more: DatasetOptions,
  use: (dataset: Dataset) => Promise<Result>,
): Promise<Result> {
  return withDataset(source, { ...options, ...more }, use);
}

/** What any place of rows must do, seen through `openDataset`. */
export function sourceSuite(name: string, place: RowPlace): void {
  const lacks = (lack: Lack): boolean => place.lacks?.includes(lack) === true;
  const kindOf = (type: ColumnType): Kind => place.kinds?.[type] ?? KINDS[type];
  const asRead = (numbers: readonly (number | null)[]): (number | null)[] =>
    lacks("an order of rows") ? numbers.toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity)) : [...numbers];
  const expectNoSecret = (text: string): void => {
    for (const secret of place.secrets ?? []) expect(text).not.toContain(secret);
  };

  describe(`rows: ${name}`, () => {
    const folder = temporaryFolder();

    test("rows and kinds are those that were put there", async () => {
      await open(await place.put(values), {}, async (dataset) => {
        expect(dataset.rows).toBe(6);
        expect(dataset.skippedRows).toBe(0);
        const { nothing, ...kinds } = kindsOf(dataset);
        expect(kinds).toEqual(
          Object.fromEntries(values.columns.slice(0, -1).map(({ name, type }) => [name, kindOf(type)])),
        );
        // Where types are not kept, a column without a value shows none.
        expect(["unknown", "numeric"]).toContain(nothing);
        await Promise.resolve();
      });
    });

    test("numbers are the same to the last digit, points in time to the millisecond, missing values missing", async () => {
      await open(await place.put(values), {}, async (dataset) => {
        for (const column of ["whole", "amount", "seen"]) {
          expect([column, asRead(await numbersOf(dataset, column))]).toEqual([
            column,
            asRead(columnOf(values, column)),
          ]);
        }
      });
    });

    test("levels are told with their rows, whatever their signs; null and empty text are missing", async () => {
      await open(await place.put(values), {}, async (dataset) => {
        const levels: [string | null, number][] = [
          ["A", 2],
          [null, 2],
          ['it\'s "quoted", \\ and\nbroken', 1],
          ["年龄 😀", 1],
        ];
        expect(await levelsOf(dataset, "grade")).toEqual(levels);
        if (kindOf("boolean") !== "boolean") return;
        expect((await levelsOf(dataset, "isOpen")).toSorted(byCountThenText)).toEqual([
          ["true", 3],
          ["false", 2],
          [null, 1],
        ]);
      });
    });

    test("names of any script, with spaces, dots, slashes and quotes, are kept in their order", async () => {
      const names = ["a b", "a.b", "a/b", "q\"u'o`", "年龄", "Größe", "select", "..", "x".repeat(60)];
      if (!lacks("emoji in names")) names.push("😀");
      if (!lacks("names that differ only in case")) names.push("SELECT");
      const columns = names.map((name) => ({ name, type: "integer" as const }));
      const put = await place.put({ columns, rows: [names.map((_, i) => i), names.map((_, i) => i)] });
      await open(put, {}, async (dataset) => {
        expect(dataset.columns.map(({ name }) => name)).toEqual(
          lacks("an order of columns") ? names.toSorted() : names,
        );
        for (const [i, name] of names.entries()) expect(await numbersOf(dataset, name)).toEqual([i, i]);
      });
    });

    test("many rows are all read, and the same when read again", async () => {
      const rows = Array.from({ length: 5000 }, (_, row): Value[] => [row, row / 7, `level ${row % 3}`]);
      const table: RowTable = {
        columns: [
          { name: "row", type: "integer" },
          { name: "part", type: "number" },
          { name: "level", type: "text" },
        ],
        rows,
      };
      await open(await place.put(table), {}, async (dataset) => {
        expect(dataset.rows).toBe(5000);
        for (const _ of ["first", "again"]) {
          expect(asRead(await numbersOf(dataset, "part"))).toEqual(asRead(columnOf(table, "part")));
          expect(asRead(await numbersOf(dataset, "row"))).toEqual(asRead(columnOf(table, "row")));
          expect(await levelsOf(dataset, "level")).toEqual([
            ["level 0", 1667],
            ["level 1", 1667],
            ["level 2", 1666],
          ]);
        }
      });
    });

    test("where some features are asked for, these are read", async () => {
      await open(await place.put(values), { features: ["amount", "grade"] }, async (dataset) => {
        expect(dataset.rows).toBe(6);
        expect(kindsOf(dataset)).toMatchObject({ amount: kindOf("number"), grade: kindOf("text") });
        expect(asRead(await numbersOf(dataset, "amount"))).toEqual(asRead(columnOf(values, "amount")));
        expect((await levelsOf(dataset, "grade")).length).toBe(4);
      });
    });

    test("a window leaves out rows before it, at its end, and without a time", async () => {
      const window = { start: "2026-02-01T00:00:00.000Z", end: "2026-02-28T12:30:00.000Z" };
      const options = { features: ["whole"], timeColumn: "seen", window };
      await open(await place.put(values), options, async (dataset) => {
        expect(dataset.rows).toBe(2);
        expect(asRead(await numbersOf(dataset, "whole"))).toEqual([-7, 41]);
      });
    });

    test.skipIf(lacks("a table without rows"))("a table without rows has none, and is no fault", async () => {
      await open(await place.put({ ...values, rows: [] }), {}, async (dataset) => {
        expect(dataset.rows).toBe(0);
        await Promise.resolve();
      });
    });

    test("what people are shown has no password, and no path of ours", async () => {
      const { source, options } = await place.put(values);
      await open({ source, ...(options && { options }) }, {}, async (dataset) => {
        expect(dataset.source).toBe(shownSource(source));
        expectNoSecret([dataset.source, ...dataset.notes].join("\n"));
        await Promise.resolve();
      });
    });

    test("where there are no rows, what was expected, what was found and what to do are told, and nothing stays behind", async () => {
      const own = mkdtempSync(join(folder, "temporary-"));
      vi.stubEnv("TMPDIR", own);
      try {
        const error = await open(await place.absent(), {}, () => Promise.resolve(null)).catch(
          (error: Error & { code: string }) => error,
        );
        expect(error).toMatchObject({ code: "input-unreadable" });
        expect(error?.message).toMatch(/expected .*found .*[.;] [A-Z].*\.$/s);
        expectNoSecret(String(error?.message));
        expect(error?.message).not.toContain(own);
        expect(readdirSync(own)).toEqual([]);
      } finally {
        vi.unstubAllEnvs();
      }
    });

    test("once closed, nothing stays behind", async () => {
      const put = await place.put(values);
      const own = mkdtempSync(join(folder, "temporary-"));
      vi.stubEnv("TMPDIR", own);
      try {
        await open(put, {}, async (dataset) => {
          expect(readdirSync(own)).not.toEqual([]);
          expect(await numbersOf(dataset, "amount")).toHaveLength(6);
        });
        expect(readdirSync(own)).toEqual([]);
      } finally {
        vi.unstubAllEnvs();
      }
    });
  });
}

/** Most frequent first, then by code point, the missing last. */
function byCountThenText([a, m]: [string | null, number], [b, n]: [string | null, number]): number {
  if (m !== n) return n - m;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
