import type { Database } from "../database.js";
import { literal } from "../sql.js";
import { type NumberColumn, sayWritten } from "./say-written.js";

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
  const said = await sayWritten(database, columns, from, groupedSql);
  if (said === null) return [];
  return [
    `read as numbers with a decimal point: ${said}; where that point stands between thousands, write numbers without it`,
  ];
}

/** Such a value with a point where all are such and some have none; else null. */
function groupedSql(text: string): string {
  const is = (pattern: string): string => `regexp_full_match(${text}, ${pattern})`;
  return `CASE WHEN bool_and(${is(GROUPED)} OR ${is(SMALL)}) AND bool_or(${is(SMALL)}) THEN min(${text}) FILTER (${is(GROUPED)}) END`;
}
