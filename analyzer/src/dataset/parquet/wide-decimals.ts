import type { Database } from "../database.js";
import { literals } from "../sql.js";

/**
 * Decimals of Parquet files that DuckDB reads wrongly, as their type by the column's name: beyond 38 digits, values that do not
 * fill whole words of 8 bytes come out too large by powers of 256.
 */
export async function wideDecimals(
  database: Database,
  patterns: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.rows(
    `SELECT DISTINCT name, precision, scale FROM parquet_schema(${literals(patterns)}) WHERE precision > 38 AND (type = 'BYTE_ARRAY' OR CAST(type_length AS INTEGER) % 8 <> 0)`,
  );
  return new Map(rows.map(([name, digits, scale]) => [String(name), `DECIMAL(${digits}, ${scale})`]));
}
