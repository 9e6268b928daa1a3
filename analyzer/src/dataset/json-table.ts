import type { Database } from "./database.js";
import { isGzip } from "./file-head.js";
import type { SourceFiles } from "./find-files.js";
import { identifier, literals } from "./sql.js";
import { kindOf, storedType, type Table } from "./table.js";

/** JSON lines as a table: one object a line, a key a column, absent keys missing. All rows are read to find the columns. */
export async function jsonTable(database: Database, { paths, patterns }: SourceFiles): Promise<Table> {
  const compression = (await isGzip(paths[0] ?? "")) ? "gzip" : "uncompressed";
  const from = `read_json(${literals(patterns)}, format = 'newline_delimited', compression = '${compression}', sample_size = -1, union_by_name = true, hive_partitioning = false)`;
  const described = await database.rows(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`,
  );
  const columns = described.map(([name, type]) => {
    const stored = storedType(String(type));
    return { name: String(name), sql: identifier(String(name)), stored, kind: kindOf(stored) };
  });
  return { from, isText: true, skippedRows: 0, notes: [], columns };
}
