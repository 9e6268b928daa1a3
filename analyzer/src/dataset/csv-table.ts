import { FeaturescopeError } from "../artifact/index.js";
import { missingSql } from "./column-sql.js";
import { readCsvHeader } from "./csv-header.js";
import type { Database } from "./database.js";
import { type DatasetOptions, tokensOf } from "./dataset-options.js";
import { isGzip } from "./file-head.js";
import type { SourceFiles } from "./find-files.js";
import { findTextKinds } from "./find-text-kinds.js";
import { countRejects, REJECTS } from "./rejected-rows.js";
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
 * first line holds the names, missing tokens are taken out before kinds are looked for, and every line must have as many values, or
 * is left out and counted where that is asked for.
 */
export async function csvTable(
  database: Database,
  { paths, patterns }: SourceFiles,
  options: DatasetOptions,
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
  const skips = options.onBadRows === "skip";
  const common = options.columnTokens === undefined ? (options.missingTokens ?? []) : [];
  const internal = header.names.map((_, index) => `c${index}`);
  const settings = [
    "auto_detect = false",
    `columns = {${internal.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ")}}`,
    `delim = ${literal(header.delimiter)}`,
    `quote = '"', escape = '"', comment = '', header = true, skip = 0`,
    `compression = '${(await isGzip(paths[0] ?? "")) ? "gzip" : "none"}'`,
    `nullstr = ${literals(["", ...common])}`,
    `max_line_size = ${LONGEST_LINE}`,
    `buffer_size = ${BUFFER}`,
    "hive_partitioning = false",
    ...(skips ? [REJECTS] : []),
  ];
  const from = `read_csv(${literals(patterns)}, ${settings.join(", ")})`;
  const names = internal.map(identifier);
  const cleaned = names.map((name, index) =>
    options.columnTokens === undefined
      ? name
      : missingSql(name, tokensOf(options, header.names[index] ?? "")),
  );
  // Rows that are left out are looked for once, so that every reading sees the same.
  const isSplit = skips || names.length > WIDE;
  const parts = isSplit ? await splitTable(database, from, names, cleaned) : null;
  const skippedRows = skips ? await countRejects(database) : 0;
  const sql = isSplit ? names : cleaned;
  const kinds = await findTextKinds(database, sql, (index) => parts?.[index] ?? from);
  const columns = header.names.map((name, index) => ({
    name,
    sql: sql[index] ?? "",
    stored: "text" as const,
    kind: kinds[index] ?? ("unknown" as const),
    ...(parts === null ? {} : { part: parts[index] ?? from }),
  }));
  return { from, isText: parts === null, skippedRows, columns };
}
