import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DAY, FeaturescopeError, HOUR, WEEK, type Window } from "../artifact/index.js";
import { storedColumnSql } from "./column-sql.js";
import { Database } from "./database.js";
import type { DatasetOptions } from "./dataset-options.js";
import { shownSource } from "./download/address.js";
import { findFiles } from "./find-files.js";
import { openTable } from "./open-dataset.js";
import { parquetWriting } from "./parquet-writing.js";
import { readError } from "./read-error.js";
import { FOUR_DIGIT_YEARS } from "./four-digit-years.js";
import { literal } from "./sql.js";
import { fromOf } from "./table.js";
import { timeColumnOf, timeFilter, timeSql } from "./time-filter.js";

/** Length of a window: an hour, a day, or a week from Monday, in UTC. */
export type WindowLength = "1h" | "1d" | "1w";

/** How rows are to be cut into windows. */
export interface SpoolOptions extends DatasetOptions {
  timeColumn: string;
  every: WindowLength;
  /** An existing folder for the files; the caller removes it. */
  folder: string;
}

/** Rows that were cut into windows. */
export interface SpooledRows {
  /** Oldest first; only those that have rows. */
  windows: SpooledWindow[];
  /** Of the columns, in the files' order: a file cannot hold names that differ only in case. */
  names: readonly string[];
  /** Rows of the source that could not be cut into values and were left out. */
  skippedRows: number;
  /** What people should know of how values were read, one sentence each. */
  notes: readonly string[];
}

/** The rows of one window. */
interface SpooledWindow {
  window: Window;
  /** A Parquet file. */
  path: string;
}

const LENGTHS = {
  "1h": { unit: "hour", milliseconds: HOUR },
  "1d": { unit: "day", milliseconds: DAY },
  "1w": { unit: "week", milliseconds: WEEK },
} as const;

/** Numbers that all come to an earlier time are no milliseconds, but seconds, or days such as 20261231; to a later one than any, microseconds. */
const OLDEST_BELIEVED = Date.UTC(1980, 0);

/** Rows of a group of the sorted file at most: a window's few are read with all of their group. */
const SORTED_ROWS = 16_384;

/**
 * Writes the rows of each window that has any into a Parquet file of its own, oldest first, in one pass over the source. Rows are sorted
 * by their windows on disk first: cut as they come, a piece of each column and window would lie in memory at once.
 * Rows without a time are left out, and a note says how many; with `window`, so are rows outside it.
 * @throws FeaturescopeError `input-unreadable` as {@link openDataset}, and where the time column is none; `store-unreachable` where the files find no room
 */
export async function spoolWindows(source: string, options: SpoolOptions): Promise<SpooledRows> {
  const database = await Database.open();
  const shown = shownSource(source);
  const sorted = join(options.folder, "sorted.parquet");
  try {
    const table = await openTable(database, await findFiles(database, source, options), options);
    const time = timeColumnOf(shown, table, options.timeColumn);
    const filter = options.window === undefined ? "true" : timeFilter(time, options.window);
    const { unit, milliseconds } = LENGTHS[options.every];
    const columns = table.columns.map(
      (column, i) => `${storedColumnSql(column, options.kinds?.get(column.name))} AS c${i}`,
    );
    const start = `epoch_ms(date_trunc('${unit}', ${timeSql(time)})) AS start`;
    const rows = `SELECT ${[...columns, start].join(", ")} FROM ${fromOf(table, table.columns)} WHERE ${timeSql(time)} IS NULL OR ${filter}`;
    await database.run(
      `COPY (${rows} ORDER BY start) TO ${literal(sorted)} (${parquetWriting(columns.length, SORTED_ROWS)})`,
    );
    const counts = await database.rows(
      `SELECT start, count(*) FROM read_parquet(${literal(sorted)}) GROUP BY start ORDER BY start`,
    );
    const timeless = Number(counts.find(([begin]) => begin === null)?.[1] ?? 0);
    const found = counts.filter(([begin]) => begin !== null).map((count) => count.map(Number));
    const isNear = (begin: number): boolean =>
      begin >= FOUR_DIGIT_YEARS.first && begin + milliseconds <= FOUR_DIGIT_YEARS.last;
    const starts = found.map(([begin = NaN]) => begin).filter(isNear);
    const far = found.reduce((sum, [begin = NaN, rows = 0]) => sum + (isNear(begin) ? 0 : rows), 0);
    const windows: SpooledWindow[] = [];
    for (const begin of starts) {
      const path = join(options.folder, `${new Date(begin).toISOString().replaceAll(":", "")}.parquet`);
      const own = `SELECT * EXCLUDE (start) FROM read_parquet(${literal(sorted)}) WHERE start = ${begin}`;
      await database.run(`COPY (${own}) TO ${literal(path)} (${parquetWriting(columns.length)})`);
      const end = new Date(begin + milliseconds).toISOString();
      windows.push({ window: { start: new Date(begin).toISOString(), end }, path });
    }
    const rest = timeless === 0 ? [] : [`left out for want of a time in ${options.timeColumn}: ${timeless}`];
    if (far > 0)
      rest.push(
        `left out for a time in ${options.timeColumn} that no window of the years 0 to 9999 holds: ${far}`,
      );
    if (time.stored === "number" && counts.length > 0 && (starts.at(-1) ?? 0) < OLDEST_BELIEVED)
      rest.push(
        `${options.timeColumn} holds numbers, which are milliseconds since 1970: no row is from 1980 to 9999. Write seconds, microseconds or days as ISO 8601, such as 2026-12-31T23:59:59Z`,
      );
    const names = table.columns.map(({ name }) => name);
    return { windows, names, skippedRows: table.skippedRows, notes: [...table.notes, ...rest] };
  } catch (error) {
    throw noRoomIn(options.folder, error) ?? readError(shown, error);
  } finally {
    await rm(sorted, { force: true });
    database.close();
  }
}

/** The files lie beside the reports: more room among temporary files would not help. Null for any other error. */
function noRoomIn(folder: string, cause: unknown): FeaturescopeError | null {
  const message = cause instanceof Error ? cause.message : "";
  if (!message.includes(folder) || !/No space left/.test(message)) return null;
  return new FeaturescopeError(
    "store-unreachable",
    `expected room for a copy of the rows in ${dirname(folder)}, found no space left; make room there, or choose another --out`,
    { cause },
  );
}
