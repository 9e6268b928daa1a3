import { firstFew } from "../../first-few.js";
import type { Database } from "../database.js";
import { literal } from "../sql.js";
import type { NumberColumn } from "./say-codes.js";

/** Rows that are looked at, columns asked about in one statement, and columns told. */
const [ROWS, COLUMNS_AT_ONCE, MOST_TOLD] = [1000, 50, 3];
const GROUPED = literal("[-+]?[1-9][0-9]{0,2}[.][0-9]{3}");
const SMALL = literal("[-+]?[0-9]{1,3}");

/**
 * What people should know of numbers that have three digits behind their point, or no point and three digits at most: in some countries
 * 1.250 beside 980 is 1250, and here it is 1.25. A sentence, or none.
 * @param from what stands after FROM to read all columns as text
 */
export async function sayThousands(
  database: Database,
  columns: readonly NumberColumn[],
  from: string,
): Promise<string[]> {
  const told: string[] = [];
  for (let start = 0; start < columns.length && told.length <= MOST_TOLD; start += COLUMNS_AT_ONCE) {
    const some = columns.slice(start, start + COLUMNS_AT_ONCE);
    const [row = []] = await database.rows(
      `SELECT ${some.map((_, i) => groupedSql(`c${i}`)).join(", ")} FROM (SELECT ${some.map(({ sql }, i) => `${sql} AS c${i}`).join(", ")} FROM ${from} LIMIT ${ROWS})`,
    );
    const found = some.map(({ name }, i) => (row[i] ? `${name} (${JSON.stringify(row[i])})` : null));
    told.push(...found.filter((column) => column !== null));
  }
  if (told.length === 0) return [];
  return [
    `read as numbers with a decimal point: ${firstFew(told, MOST_TOLD, ", and more columns")}; where that point stands between thousands, write numbers without it`,
  ];
}

/** Such a value with a point where all are such and some have none; else null. */
function groupedSql(text: string): string {
  const is = (pattern: string): string => `regexp_full_match(${text}, ${pattern})`;
  return `CASE WHEN bool_and(${is(GROUPED)} OR ${is(SMALL)}) AND bool_or(${is(SMALL)}) THEN min(${text}) FILTER (${is(GROUPED)}) END`;
}
