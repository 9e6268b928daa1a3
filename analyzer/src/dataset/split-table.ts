import type { Database } from "./database.js";
import { rowGroupSize } from "./row-group-size.js";
import { literal } from "./sql.js";

/** Columns of a part. */
const COLUMNS = 500;

/**
 * Copies a wide table of text into Parquet files of some columns each, because every reading of a text file cuts all its columns,
 * and a copy of all at once would hold a piece of each in memory.
 * @param columns names in SQL, quoted
 * @returns for each column what stands after FROM to read it
 */
export async function splitTable(
  database: Database,
  from: string,
  columns: readonly string[],
): Promise<string[]> {
  const parts: string[] = [];
  for (let start = 0; start < columns.length; start += COLUMNS) {
    const some = columns.slice(start, start + COLUMNS);
    const path = literal(database.newPath("parquet"));
    const size = rowGroupSize(some.length);
    await database.run(
      `COPY (SELECT ${some.join(", ")} FROM ${from}) TO ${path} (FORMAT parquet, ROW_GROUP_SIZE ${size})`,
    );
    parts.push(...some.map(() => `read_parquet(${path})`));
  }
  return parts;
}
