import { checkUtf8 } from "./check-utf8.js";
import { csvTable } from "./csv-table.js";
import { Database } from "./database.js";
import type { Dataset } from "./dataset.js";
import type { DatasetOptions } from "./dataset-options.js";
import { DuckdbDataset } from "./duckdb-dataset.js";
import { type SourceFiles, findFiles } from "./find-files.js";
import { findFormat } from "./find-format.js";
import { jsonTable } from "./json-table.js";
import { parquetTable } from "./parquet-table.js";
import { readError } from "./read-error.js";
import type { Table } from "./table.js";

export type { DatasetOptions } from "./dataset-options.js";

/**
 * Opens a path or glob of CSV (also packed by gzip), Parquet or JSON lines, whatever the files' names. Close it after use.
 * @throws FeaturescopeError `input-unreadable` for a missing file, no table, a ragged row, text that is not UTF-8, a broken file
 */
export async function openDataset(source: string, options: DatasetOptions): Promise<Dataset> {
  const database = await Database.open();
  try {
    const table = await openTable(database, await findFiles(database, source), options);
    return await DuckdbDataset.create(database, source, table, options);
  } catch (error) {
    database.close();
    throw readError(source, error);
  }
}

/** The files as a table in SQL, in the format that is forced or found. */
export async function openTable(
  database: Database,
  files: SourceFiles,
  options: DatasetOptions,
): Promise<Table> {
  const format = options.format ?? (await findFormat(files.paths[0] ?? ""));
  if (format === "parquet") return parquetTable(database, files);
  const isText = Promise.all(files.paths.map(checkUtf8));
  const table = format === "jsonl" ? jsonTable(database, files) : csvTable(database, files, options);
  // Both at once; of two faults the bytes are told, for the other follows from them.
  const [, opened] = await Promise.allSettled([isText, table]);
  await isText;
  if (opened.status === "rejected") throw opened.reason;
  return opened.value;
}
