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
 * What people should know of numbers that are written with zeros before them, as codes are (`00501`): that these are lost. A
 * sentence, or none.
 * @param from what stands after FROM to read all columns as text
 */
export async function sayCodes(
  database: Database,
  columns: readonly NumberColumn[],
  from: string,
): Promise<string[]> {
  const told: string[] = [];
  for (let start = 0; start < columns.length && told.length <= MOST_TOLD; start += COLUMNS_AT_ONCE) {
    const some = columns.slice(start, start + COLUMNS_AT_ONCE);
    const padded = some.map(({ sql }) => `min(${sql}) FILTER (regexp_full_match(${sql}, '0[0-9]+'))`);
    const texts = some.map(({ sql }) => sql).join(", ");
    const [row = []] = await database.rows(
      `SELECT ${padded.join(", ")} FROM (SELECT ${texts} FROM ${from} LIMIT ${ROWS})`,
    );
    const found = some.map(({ name }, i) => (row[i] ? `${name} (${JSON.stringify(row[i])})` : null));
    told.push(...found.filter((column) => column !== null));
  }
  if (told.length === 0) return [];
  return [
    `read as numbers, without the zeros before them: ${firstFew(told, MOST_TOLD, ", and more columns")}; of codes, kind: categorical in --config makes levels`,
  ];
}
