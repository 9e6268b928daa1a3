import { firstFew } from "../../first-few.js";
import type { Database } from "../database.js";

/** A column that is read as numbers. */
export interface NumberColumn {
  name: string;
  /** In SQL, as text. */
  sql: string;
}

/** Rows that are looked at, columns asked about in one statement, and columns told. */
const [ROWS, COLUMNS_AT_ONCE, MOST_TOLD] = [1000, 50, 3];

/**
 * The columns whose first rows hold numbers written in some way, each with such a value: `branch ("007"), zip ("00501")`; null where
 * none does.
 * @param from what stands after FROM to read all columns as text
 * @param exampleSql over the texts of a column, gives such a value, else null
 */
export async function sayWritten(
  database: Database,
  columns: readonly NumberColumn[],
  from: string,
  exampleSql: (text: string) => string,
): Promise<string | null> {
  const told: string[] = [];
  for (let start = 0; start < columns.length && told.length <= MOST_TOLD; start += COLUMNS_AT_ONCE) {
    const some = columns.slice(start, start + COLUMNS_AT_ONCE);
    const texts = some.map(({ sql }, i) => `${sql} AS c${i}`);
    const [row = []] = await database.rows(
      `SELECT ${some.map((_, i) => exampleSql(`c${i}`)).join(", ")} FROM (SELECT ${texts.join(", ")} FROM ${from} LIMIT ${ROWS})`,
    );
    const found = some.map(({ name }, i) => (row[i] ? `${name} (${JSON.stringify(row[i])})` : null));
    told.push(...found.filter((column) => column !== null));
  }
  return told.length === 0 ? null : firstFew(told, MOST_TOLD, ", and more columns");
}
