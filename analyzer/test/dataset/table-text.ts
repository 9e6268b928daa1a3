import { identifier, literal } from "../../src/dataset/sql.js";
import type { ColumnType, RowTable, Value } from "./source-suite.js";

const TYPES: Readonly<Record<ColumnType, string>> = {
  integer: "BIGINT",
  number: "DOUBLE",
  text: "VARCHAR",
  boolean: "BOOLEAN",
  time: "TIMESTAMP",
};

/** A value as text; null where there is none. */
export function textOf(value: Value): string | null {
  return value instanceof Date ? value.toISOString() : value === null ? null : String(value);
}

/** A line of CSV. */
function lineOf(texts: readonly (string | null)[]): string {
  return texts.map((text) => (text === null ? "" : `"${text.replaceAll('"', '""')}"`)).join(",");
}

/** A table as CSV. */
export function csvOf({ columns, rows }: RowTable): string {
  const names = columns.map(({ name }) => name);
  return [lineOf(names), ...rows.map((row) => lineOf(row.map(textOf))), ""].join("\n");
}

/** A table as JSON lines: a missing value is null. */
export function jsonLinesOf({ columns, rows }: RowTable): string {
  return rows
    .map((row) => `${JSON.stringify(Object.fromEntries(row.map((value, i) => [columns[i]!.name, value])))}\n`)
    .join("");
}

/** A table as a statement that gives its rows in DuckDB. */
export function sqlOf({ columns, rows }: RowTable): string {
  const values = columns.map(({ name, type }, i) => `CAST(c${i} AS ${TYPES[type]}) AS ${identifier(name)}`);
  const given = rows.length > 0 ? rows : [columns.map(() => null)];
  const cells = given.map(
    (row) => `(${row.map((value) => (value === null ? "NULL" : literal(textOf(value)!))).join(", ")})`,
  );
  const names = columns.map((_, i) => `c${i}`);
  return `SELECT ${values.join(", ")} FROM (VALUES ${cells.join(", ")}) AS cells(${names.join(", ")}) ${rows.length > 0 ? "" : "LIMIT 0"}`;
}
