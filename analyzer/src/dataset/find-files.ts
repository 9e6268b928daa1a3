import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { cannotRead } from "./cannot-read.js";
import type { Database } from "./database.js";
import type { DatasetOptions } from "./dataset-options.js";
import { schemeOf } from "./download/address.js";
import { download, type DownloadedRows } from "./download/download.js";
import { literal } from "./sql.js";

/** Escapes what DuckDB would take for a pattern. */
function literalPath(path: string): string {
  return path.replace(/[[*?]/g, "[$&]");
}

/** Files of a source, or copies of them. */
export interface SourceFiles extends DownloadedRows {
  /** Of the same files, as patterns that DuckDB takes literally. */
  patterns: string[];
}

/**
 * The files that a path or glob names, sorted; a file of exactly that name goes first, whatever signs it holds. What lies at an address is
 * copied into files first.
 * Hidden files, whose names begin with `.` or `_`, are left out of a glob.
 * @throws FeaturescopeError `input-unreadable` where there are none
 */
export async function findFiles(
  database: Database,
  source: string,
  options: DatasetOptions,
): Promise<SourceFiles> {
  if (schemeOf(source) !== null) {
    const copied = await download(database, source, options);
    return { ...copied, patterns: copied.paths.map(literalPath) };
  }
  const found = await stat(source).catch(() => null);
  if (found?.isDirectory()) {
    throw cannotRead(
      source,
      `expected a file, found a folder. Name a file or a pattern such as ${source.replace(/\/+$/, "")}/*.parquet.`,
    );
  }
  const paths = found === null ? await expand(database, source) : [source];
  if (paths.length === 0) {
    throw cannotRead(source, "expected a file, found none there. Check the path.");
  }
  return { paths, patterns: paths.map(literalPath), names: paths };
}

async function expand(database: Database, source: string): Promise<string[]> {
  if (!/[[*?]/.test(source)) return [];
  const rows = await database.rows(`SELECT file FROM glob(${literal(source)}) ORDER BY file`);
  const files = rows.map(([file]) => String(file));
  // As in a store, Spark's `_SUCCESS` and the sums beside its files are no rows, unless the pattern is of such names.
  return /^[._]/.test(basename(source)) ? files : files.filter((file) => !/^[._]/.test(basename(file)));
}
