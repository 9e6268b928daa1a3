import { FeaturescopeError } from "../artifact/index.js";
import { readCsvHeader } from "./csv-header.js";
import type { Database } from "./database.js";
import { isGzip } from "./file-head.js";
import type { SourceFiles } from "./find-files.js";
import { findTextKinds } from "./find-text-kinds.js";
import { identifier, literal, literals } from "./sql.js";
import { splitTable } from "./split-table.js";
import type { Table } from "./table.js";

/** A line may be this long, so that values of a megabyte pass; DuckDB's buffers grow with it. */
const LONGEST_LINE = 4 * 1024 * 1024;
/** Beyond so many columns a file is cut into parts before it is read. */
const WIDE = 500;
/** DuckDB reads a file in buffers of this size, several at once. */
const BUFFER = 2 * LONGEST_LINE;

/**
 * CSV files as a table of text columns, each with the kind that all its values show. Nothing is guessed but the delimiter: the
 * first line holds the names, missing tokens are taken out before kinds are looked for, and every line must have as many values.
 */
export async function csvTable(
  database: Database,
  { paths, patterns }: SourceFiles,
  missingTokens: readonly string[],
): Promise<Table> {
  const header = await readCsvHeader(paths[0] ?? "");
  for (const path of paths.slice(1)) {
    const other = await readCsvHeader(path);
    if (other.names.join("\n") !== header.names.join("\n")) {
      throw new FeaturescopeError(
        "input-unreadable",
        `Cannot read ${path}: expected the header of ${paths[0]}, found another. Read files of one header at a time.`,
      );
    }
  }
  const internal = header.names.map((_, index) => `c${index}`);
  const options = [
    "auto_detect = false",
    `columns = {${internal.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ")}}`,
    `delim = ${literal(header.delimiter)}`,
    `quote = '"', escape = '"', comment = '', header = true, skip = 0`,
    `compression = '${(await isGzip(paths[0] ?? "")) ? "gzip" : "none"}'`,
    `nullstr = ${literals(["", ...missingTokens])}`,
    `max_line_size = ${LONGEST_LINE}`,
    `buffer_size = ${BUFFER}`,
    "hive_partitioning = false",
  ];
  const from = `read_csv(${literals(patterns)}, ${options.join(", ")})`;
  const sql = internal.map(identifier);
  const parts = sql.length > WIDE ? await splitTable(database, from, sql) : null;
  const kinds = await findTextKinds(database, sql, (index) => parts?.[index] ?? from);
  const columns = header.names.map((name, index) => ({
    name,
    sql: sql[index] ?? "",
    stored: "text" as const,
    kind: kinds[index] ?? ("unknown" as const),
    ...(parts === null ? {} : { part: parts[index] ?? from }),
  }));
  return { from, isText: parts === null, columns };
}
