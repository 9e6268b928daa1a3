import { commonFormat } from "./common-format.js";
import { csvTable } from "./csv/csv-table.js";
import { scanText } from "./csv/scan-text.js";
import { Database } from "./database.js";
import { type DatasetOptions, strayWordsOf } from "./dataset-options.js";
import type { Dataset } from "./dataset.js";
import { shownSource } from "./download/address.js";
import { DuckdbDataset } from "./duckdb-dataset.js";
import { type SourceFiles, findFiles } from "./find-files.js";
import { isEmptyFile } from "./find-format.js";
import { jsonTable } from "./json-table.js";
import { parquetTable } from "./parquet/parquet-table.js";
import { nameFiles, readError } from "./read-error.js";
import type { Table } from "./table.js";

/**
 * Opens a path, glob or address of CSV (also packed by gzip), Parquet or JSON lines, whatever the files' names. Close it after use.
 * @throws FeaturescopeError `input-unreadable` for a missing file, no table, a ragged row, text that is not UTF-8, a broken file
 */
export async function openDataset(source: string, options: DatasetOptions): Promise<Dataset> {
  const database = await Database.open();
  const shown = shownSource(source);
  try {
    const table = await openTable(database, await findFiles(database, source, options), options);
    const isEmpty = table.columns.length === 0;
    return await DuckdbDataset.create(database, shown, table, isEmpty ? {} : options);
  } catch (error) {
    database.close();
    throw readError(shown, error);
  }
}

/** The files as a table in SQL, in the format that is forced or found; without columns where all files are empty. */
export async function openTable(
  database: Database,
  files: SourceFiles,
  options: DatasetOptions,
): Promise<Table> {
  const isEmpty = await Promise.all(files.paths.map(isEmptyFile));
  const empty = files.names.filter((_, i) => isEmpty[i]);
  const notes = [...(files.notes ?? []), ...empty.map((name) => `${name} is an empty file`)];
  if (empty.length === files.paths.length) {
    return { from: "(SELECT 1 WHERE false)", isText: false, skippedRows: 0, notes, columns: [] };
  }
  const full = {
    ...files,
    paths: files.paths.filter((_, i) => !isEmpty[i]),
    patterns: files.patterns.filter((_, i) => !isEmpty[i]),
    names: files.names.filter((_, i) => !isEmpty[i]),
  };
  const nameFault = (error: unknown): unknown => nameFiles(error, full);
  try {
    const table = await tableOf(database, full, options);
    return { ...table, notes: [...notes, ...table.notes], nameFault };
  } catch (error) {
    throw nameFault(error);
  }
}

async function tableOf(database: Database, files: SourceFiles, options: DatasetOptions): Promise<Table> {
  const format = await commonFormat(files.paths, files.format ?? options.format ?? null);
  if (format === "parquet") return forcedTable(await parquetTable(database, files, options), options);
  const scans = Promise.all(files.paths.map(scanText));
  const table =
    format === "jsonl"
      ? jsonTable(database, files, options).then((opened) => forcedTable(opened, options))
      : csvTable(database, files, options, scans);
  // Both at once; of two faults the bytes are told, for the other follows from them.
  const [, opened] = await Promise.allSettled([scans, table]);
  await scans;
  if (opened.status === "rejected") throw opened.reason;
  return opened.value;
}

/** A table whose types were written with it, so that text is text; where another kind is forced, stray words are no fault. */
function forcedTable(table: Table, options: DatasetOptions): Table {
  const columns = table.columns.map((column) =>
    options.kinds?.has(column.name) === true
      ? { ...column, words: strayWordsOf(options, column.name) }
      : column,
  );
  return { ...table, columns };
}
