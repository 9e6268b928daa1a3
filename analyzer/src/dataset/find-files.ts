import { stat } from "node:fs/promises";
import { FeaturescopeError } from "../artifact/index.js";
import type { Database } from "./database.js";
import { literal } from "./sql.js";

/** Escapes what DuckDB would take for a pattern. */
function literalPath(path: string): string {
  return path.replace(/[[*?]/g, "[$&]");
}

/** Files of a source: as real paths, and as patterns that DuckDB takes literally. */
export interface SourceFiles {
  paths: string[];
  patterns: string[];
}

/**
 * The files that a path or glob names, sorted; a file of exactly that name goes first, whatever signs it holds.
 * @throws FeaturescopeError `input-unreadable` where there are none
 */
export async function findFiles(database: Database, source: string): Promise<SourceFiles> {
  const found = await stat(source).catch(() => null);
  if (found?.isDirectory()) {
    throw new FeaturescopeError(
      "input-unreadable",
      `Cannot read ${source}: expected a file, found a folder. Name a file or a pattern such as ${source}/*.parquet.`,
    );
  }
  if (found === null && /^[a-z][a-z\d+.-]*:\/\//i.test(source)) {
    throw new FeaturescopeError(
      "input-unreadable",
      `Cannot read ${source}: expected a file or a pattern, found an address. Copy or export its rows to a file first.`,
    );
  }
  const paths = found === null ? await expand(database, source) : [source];
  if (paths.length === 0) {
    throw new FeaturescopeError(
      "input-unreadable",
      `Cannot read ${source}: expected a file, found none there. Check the path.`,
    );
  }
  return { paths, patterns: paths.map(literalPath) };
}

async function expand(database: Database, source: string): Promise<string[]> {
  if (!/[[*?]/.test(source)) return [];
  const rows = await database.rows(`SELECT file FROM glob(${literal(source)}) ORDER BY file`);
  return rows.map(([file]) => String(file));
}
