import { cannotRead } from "../cannot-read.js";
import type { Database } from "../database.js";

/** Settings of DuckDB's CSV reader that leave bad rows out and note every one of them. */
export const REJECTS = "ignore_errors = true, store_rejects = true, rejects_limit = 0";

/**
 * Rows that the first reading with {@link REJECTS} left out.
 * @throws FeaturescopeError `input-unreadable` where quotes are not in pairs: what was left out is then not one row, but all that
 * follows up to the next quote
 */
export async function countRejects(database: Database): Promise<number> {
  const first = "scan_id = (SELECT min(scan_id) FROM reject_errors)";
  const [swallowed] = await database.rows(
    `SELECT file_path, line FROM reject_errors JOIN reject_scans USING (scan_id, file_id)
     WHERE ${first} AND error_type = 'UNQUOTED VALUE' AND regexp_matches(csv_line, '[\\r\\n]') ORDER BY file_path, line LIMIT 1`,
  );
  if (swallowed !== undefined) {
    throw cannotRead(
      String(swallowed[0]),
      `expected quotes in pairs, found a value in line ${swallowed[1]} whose quote is not closed there. Correct the line: all rows after it would be left out with it.`,
    );
  }
  const [count] = await database.rows(
    `SELECT count(DISTINCT (file_id, line)) FROM reject_errors WHERE ${first}`,
  );
  return Number(count?.[0]);
}
