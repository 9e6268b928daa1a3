import type { Kind } from "../artifact/index.js";
import { storedColumnSql } from "./column-sql.js";
import type { Database } from "./database.js";
import { parquetWriting } from "./parquet-writing.js";
import { identifier, literal } from "./sql.js";
import { storedType, type Table } from "./table.js";

/**
 * Copies rows into a Parquet file in the database's own folder, so that text is parsed no more than needed.
 * @param where the rows, as an SQL clause, or empty
 * @param kinds kinds by column name; text is stored as numbers only where it is read as such
 */
export async function spoolTable(
  database: Database,
  table: Table,
  where: string,
  kinds: ReadonlyMap<string, Kind>,
): Promise<Table> {
  const names = table.columns.map((_, index) => identifier(`c${index}`));
  const columns = table.columns.map(
    (column, index) => `${storedColumnSql(column, kinds.get(column.name))} AS ${names[index]}`,
  );
  const path = literal(database.newPath("parquet"));
  const select = `SELECT ${columns.join(", ")} FROM ${table.from} ${where}`;
  await database.run(`COPY (${select}) TO ${path} (${parquetWriting(names.length)})`);
  const from = `read_parquet(${path})`;
  const types = await database.rows(`SELECT column_type FROM (DESCRIBE SELECT * FROM ${from})`);
  return {
    from,
    isText: false,
    skippedRows: table.skippedRows,
    notes: table.notes,
    columns: table.columns.map((column, index) => ({
      ...column,
      sql: names[index] ?? "",
      stored: column.stored === "json" ? "json" : storedType(String(types[index]?.[0])),
    })),
  };
}
