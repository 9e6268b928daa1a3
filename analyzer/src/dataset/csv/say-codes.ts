import type { Database } from "../database.js";
import { type NumberColumn, sayWritten } from "./say-written.js";

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
  const said = await sayWritten(database, columns, from, paddedSql);
  if (said === null) return [];
  return [
    `read as numbers, without the zeros before them: ${said}; of codes, kind: categorical in --config makes levels`,
  ];
}

/** Such a value with a zero before it; null without one. */
function paddedSql(text: string): string {
  return `min(${text}) FILTER (regexp_full_match(${text}, '0[0-9]+'))`;
}
