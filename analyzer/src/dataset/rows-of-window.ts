import type { Window } from "../artifact/index.js";
import { formatCount, formatWindow } from "../drift/index.js";
import type { Database } from "./database.js";
import { sayTimes } from "./say-times.js";
import { fromOf, type Table, type TableColumn } from "./table.js";
import { timeFilter, timeSql } from "./time-filter.js";

/** The rows of a table whose time lies in a window. */
export interface RowsOfWindow {
  rows: number;
  /** What people should know of the others, a sentence each. */
  notes: string[];
}

/** Counts the rows of a window; where there are none, it is told which times there are instead. */
export async function rowsOfWindow(
  database: Database,
  table: Table,
  time: TableColumn,
  window: Window,
): Promise<RowsOfWindow> {
  const from = fromOf(table, [time]);
  const sql = timeSql(time);
  const [counts = []] = await database.rows(
    `SELECT count(*) FILTER (${timeFilter(time, window)}), count(${sql}), count(*) FROM ${from}`,
  );
  const [rows = 0, timed = 0, all = 0] = counts.map(Number);
  const timeless = all - timed;
  if (rows > 0) return { rows, notes: sayTimes(time, { hasRows: true, timeless, last: Infinity }) };
  const [ends = []] = await database.rows(
    `SELECT CAST(min(${sql}) AS VARCHAR), CAST(max(${sql}) AS VARCHAR) FROM ${from}`,
  );
  const [first = "", last = ""] = ends.map((end) => String(end).replace(/\+00$/, ""));
  const others = `none of its ${formatCount(all, "en")} rows is in the window (${formatWindow(window, "en")}): ${time.name} goes from ${first} to ${last}, in UTC`;
  const times = {
    hasRows: all > 0,
    timeless,
    last: timed > 0 ? Date.parse(`${last.replace(" ", "T")}Z`) : null,
  };
  return { rows, notes: [...(timed > 0 ? [others] : []), ...sayTimes(time, times)] };
}
