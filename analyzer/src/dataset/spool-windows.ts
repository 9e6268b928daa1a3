import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DAY, FeaturescopeError, HOUR, WEEK, type Window } from "../artifact/index.js";
import { BELIEVED_TIMES, lastBelieved } from "./believed-times.js";
import { storedColumnSql } from "./column-sql.js";
import { Database } from "./database.js";
import type { DatasetOptions } from "./dataset-options.js";
import { shownSource } from "./download/address.js";
import { findFiles } from "./find-files.js";
import { openTable } from "./open-dataset.js";
import { parquetWriting } from "./parquet-writing.js";
import { readError } from "./read-error.js";
import { type FoundWindow, sayFarWindows } from "./say-far-windows.js";
import { sayTimes } from "./say-times.js";
import { literal } from "./sql.js";
import { fromOf, type Table, type TableColumn } from "./table.js";
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

/** Rows of a group of the sorted file at most: a window's few are read with all of their group. */
const SORTED_ROWS = 16_384;

/**
 * Writes the rows of each window that has any into a Parquet file of its own, oldest first, in one pass over the source. Rows are sorted
 * by their windows on disk first: cut as they come, a piece of each column and window would lie in memory at once.
 * Rows without a time are left out, and a note says how many; with `window`, so are rows outside it.
 * @throws FeaturescopeError `input-unreadable` as {@link openDataset}, and where the time column is none; `store-unreachable`
 * where the files find no room
 */
export async function spoolWindows(source: string, options: SpoolOptions): Promise<SpooledRows> {
  const database = await Database.open();
  const shown = shownSource(source);
  const sorted = join(options.folder, "sorted.parquet");
  try {
    const table = await openTable(database, await findFiles(database, source, options), options);
    const time = timeColumnOf(shown, table, options.timeColumn);
    await sortByWindow(database, table, time, sorted, options);
    const now = Date.now();
    const times = await findTimes(
      database,
      sorted,
      LENGTHS[options.every].milliseconds,
      lastBelieved(options.window, now),
    );
    const windows: SpooledWindow[] = [];
    for (const { start } of times.windows)
      windows.push(await writeWindow(database, table, sorted, start, options));
    return {
      windows,
      names: table.columns.map(({ name }) => name),
      skippedRows: table.skippedRows,
      notes: [...table.notes, ...sayFoundTimes(time, times, now)],
    };
  } catch (error) {
    throw noRoomIn(options.folder, error) ?? readError(shown, error);
  } finally {
    await rm(sorted, { force: true });
    database.close();
  }
}

/** Writes the rows, with those that have no time, into one file in the order of their windows, each with where its window begins. */
async function sortByWindow(
  database: Database,
  table: Table,
  time: TableColumn,
  sorted: string,
  { every, kinds, window }: SpoolOptions,
): Promise<void> {
  const columns = table.columns.map(
    (column, i) => `${storedColumnSql(column, kinds?.get(column.name))} AS c${i}`,
  );
  const start = `epoch_ms(date_trunc('${LENGTHS[every].unit}', ${timeSql(time)})) AS start`;
  const filter = window === undefined ? "true" : timeFilter(time, window);
  const rows = `SELECT ${[...columns, start].join(", ")} FROM ${fromOf(table, table.columns)} WHERE ${timeSql(time)} IS NULL OR ${filter}`;
  await database.run(
    `COPY (${rows} ORDER BY start) TO ${literal(sorted)} (${parquetWriting(columns.length, SORTED_ROWS)})`,
  );
}

/** What the rows' times came to. */
interface FoundTimes {
  /** Those that runs are made of, ascending. */
  windows: FoundWindow[];
  /** Rows without a time. */
  timeless: number;
  /** Those before the year 0 or too far ahead. */
  far: FoundWindow[];
}

/** @param last millisecond that a window may begin at */
async function findTimes(
  database: Database,
  sorted: string,
  milliseconds: number,
  last: number,
): Promise<FoundTimes> {
  const counts = await database.rows(
    `SELECT start, count(*) FROM read_parquet(${literal(sorted)}) GROUP BY start ORDER BY start`,
  );
  const found: FoundTimes = { windows: [], timeless: 0, far: [] };
  for (const [begin = null, count] of counts) {
    const [start, rows] = [Number(begin), Number(count)];
    const end = start + milliseconds;
    const isNear = start >= BELIEVED_TIMES.first && start <= last && end <= BELIEVED_TIMES.last;
    if (begin === null) found.timeless = rows;
    else (isNear ? found.windows : found.far).push({ start, rows });
  }
  return found;
}

async function writeWindow(
  database: Database,
  { columns }: Table,
  sorted: string,
  start: number,
  { every, folder }: SpoolOptions,
): Promise<SpooledWindow> {
  const window = {
    start: new Date(start).toISOString(),
    end: new Date(start + LENGTHS[every].milliseconds).toISOString(),
  };
  const path = join(folder, `${window.start.replaceAll(":", "")}.parquet`);
  const rows = `SELECT * EXCLUDE (start) FROM read_parquet(${literal(sorted)}) WHERE start = ${start}`;
  await database.run(`COPY (${rows}) TO ${literal(path)} (${parquetWriting(columns.length)})`);
  return { window, path };
}

/** What people should know of rows that are in no window, and of times that may not be what they seem; a sentence each. */
function sayFoundTimes(time: TableColumn, { windows, timeless, far }: FoundTimes, now: number): string[] {
  const hasRows = windows.length > 0 || timeless + far.length > 0;
  return [
    ...sayTimes(time, { hasRows, timeless, last: windows.at(-1)?.start ?? null }),
    ...sayFarWindows(time.name, { windows, far }, now),
  ];
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
