import type { Kind } from "../artifact/index.js";
import { literal } from "./sql.js";
import type { TableColumn } from "./table.js";

/** Texts longer than this are cut and marked by their hash, so that one level cannot fill the memory. */
const LONGEST_LEVEL = 1000;
const CUT_LEVEL = 200;

/** SQL for a text, null where it is empty or a missing token. @param text in SQL */
export function missingSql(text: string, missingTokens: readonly string[]): string {
  return `CASE WHEN ${text} IN (${["", ...missingTokens].map(literal).join(", ")}) THEN NULL ELSE ${text} END`;
}

/** SQL that is true where a text is a word that means "missing" among numbers. @param text in SQL @param words in lower case */
export function isWordSql(text: string, words: readonly string[]): string {
  return words.length === 0 ? "false" : `lower(trim(${text})) IN (${words.map(literal).join(", ")})`;
}

/**
 * SQL for the point in time that a text is; null where it is none. A year of four digits comes first: DuckDB would take 10-12-05,
 * a code, for a day of the year 10.
 */
export function timeOrNullSql(text: string): string {
  return `CASE WHEN substr(ltrim(${text}), 5, 1) IN ('-', '/') THEN TRY_CAST(${text} AS TIMESTAMPTZ) END`;
}

/**
 * SQL for the text of a column that is read as numbers or points in time, null where it is one of the column's words.
 * @param text in SQL
 */
export function withoutWordsSql({ words = [] }: TableColumn, text: string): string {
  return words.length === 0 ? text : `CASE WHEN ${isWordSql(text, words)} THEN NULL ELSE ${text} END`;
}

/** SQL for a column's text, null where it is empty or a missing token. */
function textSql({ sql, stored }: TableColumn, missingTokens: readonly string[]): string {
  return missingSql(stored === "json" ? `(${sql} ->> '$')` : `CAST(${sql} AS VARCHAR)`, missingTokens);
}

/**
 * SQL for a column's values as numbers: null where missing, milliseconds since 1970 for points in time.
 * Fails in DuckDB where a text is none, which happens only under a forced kind.
 */
export function numberSql(column: TableColumn, kind: Kind, missingTokens: readonly string[]): string {
  const text = withoutWordsSql(column, textSql(column, missingTokens));
  if (column.stored === "time") {
    const { sql, hasNanoseconds = false } = column;
    return `CAST(${hasNanoseconds ? `epoch_ns(${sql}) // 1000000` : `epoch_ms(${sql})`} AS DOUBLE)`;
  }
  if (kind === "datetime" && column.kind !== "numeric")
    return `CAST(epoch_ms(CAST(${text} AS TIMESTAMPTZ)) AS DOUBLE)`;
  const isText = column.stored === "text" || column.stored === "json";
  const number = `CAST(${isText ? text : column.sql} AS DOUBLE)`;
  const tokens = missingTokens.filter((token) => token.trim() !== "" && Number.isFinite(Number(token)));
  if (tokens.length === 0) return number;
  return `CASE WHEN ${number} IN (${tokens.map((token) => `${Number(token)}::DOUBLE`).join(", ")}) THEN NULL ELSE ${number} END`;
}

/** SQL for the text of numbers as levels: one missing value makes pandas write whole numbers as 1.0, which is the level 1 all the same. */
function wholeSql(text: string): string {
  return `regexp_replace(${text}, '^(-?[0-9]+)[.]0+$', '\\1')`;
}

/** SQL for a column's values as levels: null where missing, `true` and `false` for a boolean column. */
export function levelSql(column: TableColumn, kind: Kind, missingTokens: readonly string[]): string {
  const text = textSql(column, missingTokens);
  if (kind === "boolean") {
    const boolean = column.stored === "boolean" ? column.sql : `CAST(${text} AS BOOLEAN)`;
    return `CAST(${boolean} AS VARCHAR)`;
  }
  if (column.kind === "numeric") return wholeSql(text);
  if (column.stored === "boolean" || column.stored === "time") return text;
  return `CASE WHEN length(${text}) > ${LONGEST_LEVEL} THEN left(${text}, ${CUT_LEVEL}) || ${literal("… ")} || md5(${text}) ELSE ${text} END`;
}

/**
 * SQL for a column as it is to be stored in Parquet: text that shows another kind is stored as that kind.
 * @param kind as which it is read; its own by default
 */
export function storedColumnSql(column: TableColumn, kind: Kind = column.kind): string {
  if (column.stored === "text" && column.kind === "numeric" && kind === "categorical")
    return wholeSql(column.sql);
  if (column.stored !== "text" || kind !== column.kind) return column.sql;
  if (kind === "numeric") return `CAST(${withoutWordsSql(column, column.sql)} AS DOUBLE)`;
  if (kind === "boolean") return `CAST(${column.sql} AS BOOLEAN)`;
  return kind === "datetime" ? `CAST(${withoutWordsSql(column, column.sql)} AS TIMESTAMPTZ)` : column.sql;
}
