import type { Window } from "../artifact/index.js";
import { BELIEVED_TIMES } from "./believed-times.js";
import { cannotRead } from "./cannot-read.js";
import { withoutWordsSql } from "./column-sql.js";
import { literal } from "./sql.js";
import type { Table, TableColumn } from "./table.js";

/** The column that holds the rows' times. */
export function timeColumnOf(source: string, table: Table, name: string): TableColumn {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined) {
    throw cannotRead(
      source,
      `expected a time column "${name}", found ${table.columns.map((other) => other.name).join(", ")}. Name one of these.`,
    );
  }
  if (column.kind === "categorical" || column.kind === "boolean") {
    throw cannotRead(
      source,
      `expected points in time in column "${name}", found ${column.kind} values. Write them as 2026-01-31T23:59:59Z.`,
    );
  }
  return column;
}

/** SQL for a column's points in time, in UTC; a number means milliseconds since 1970, and none where that is not believed. */
export function timeSql(column: TableColumn): string {
  const { sql, stored } = column;
  if (stored === "time") return sql;
  const { first, last } = BELIEVED_TIMES;
  if (stored === "number")
    return `make_timestamp(CASE WHEN ${sql} BETWEEN ${first} AND ${last} THEN CAST(${sql} AS BIGINT) * 1000 END)`;
  return `CAST(${withoutWordsSql(column, sql)} AS TIMESTAMPTZ)`;
}

/** SQL condition for rows with start ≤ time < end. */
export function timeFilter(column: TableColumn, window: Window): string {
  const moment = (text: string): string => {
    const iso = new Date(text).toISOString();
    return column.stored === "text"
      ? `TIMESTAMPTZ ${literal(iso)}`
      : `TIMESTAMP ${literal(iso.replace("Z", ""))}`;
  };
  const time = timeSql(column);
  return `${time} >= ${moment(window.start)} AND ${time} < ${moment(window.end)}`;
}
