import type { Database } from "../database.js";
import { parquetWriting } from "../parquet-writing.js";
import { literal } from "../sql.js";

/** Columns of a part. */
export const MOST_COLUMNS = 500;

/**
 * Copies a table of text into Parquet files of some columns each. Every reading of a text file cuts all its columns, so from then on
 * the copy is read; and to copy all columns at once would hold a piece of each in memory.
 * @param names of the columns in the copy, quoted
 * @param values of the columns, in SQL
 * @returns for each column what stands after FROM to read it
 */
export async function splitTable(
  database: Database,
  from: string,
  names: readonly string[],
  values: readonly string[],
): Promise<string[]> {
  const parts: string[] = [];
  for (let start = 0; start < names.length; start += MOST_COLUMNS) {
    const some = names.slice(start, start + MOST_COLUMNS).map((name, i) => `${values[start + i]} AS ${name}`);
    const path = literal(database.newPath("parquet"));
    await database.run(
      `COPY (SELECT ${some.join(", ")} FROM ${from}) TO ${path} (${parquetWriting(some.length)}, COMPRESSION uncompressed)`,
    );
    parts.push(...some.map(() => `read_parquet(${path})`));
  }
  return parts;
}
