import { cannotRead } from "./cannot-read.js";
import type { Database } from "./database.js";

/** Of a column that DuckDB reads from an object whose keys are row numbers; of more than 200 keys it makes a map. */
const BY_ROW_NUMBER = /^(STRUCT\("0" |MAP\()/;

/** How rows are written where they come from pandas. */
export const ROWS_OF_PANDAS = 'with pandas by to_json(path, orient="records", lines=True)';

/**
 * Makes sure that a JSON file is not one object of columns, as pandas' `to_json()` writes a table: all rows would be one.
 * @param path as people are shown it
 * @param types of the columns, DuckDB's
 * @param from what stands after FROM to read the rows
 * @throws FeaturescopeError `input-unreadable`
 */
export async function refuseColumnObjects(
  database: Database,
  path: string,
  types: readonly string[],
  from: string,
): Promise<void> {
  if (types.length === 0 || !types.every((type) => BY_ROW_NUMBER.test(type))) return;
  const rows = await database.rows(`SELECT 1 FROM ${from} LIMIT 2`);
  if (rows.length !== 1) return;
  throw cannotRead(
    path,
    `expected JSON lines, one object per row, found one object of whole columns. Write it row by row, ${ROWS_OF_PANDAS}.`,
  );
}
