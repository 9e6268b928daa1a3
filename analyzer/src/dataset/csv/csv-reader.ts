import { cannotRead } from "../cannot-read.js";
import type { DatasetOptions } from "../dataset-options.js";
import { isGzip } from "../file-head.js";
import type { SourceFiles } from "../find-files.js";
import { literal, literals } from "../sql.js";
import { type CsvHeader, readCsvHeader } from "./csv-header.js";
import { REJECTS } from "./rejected-rows.js";

/** A line may be this long, so that values of a megabyte pass; DuckDB's buffers grow with it. */
const LONGEST_LINE = 4 * 1024 * 1024;
/** DuckDB reads a file in buffers of this size, several at once. */
const BUFFER = 2 * LONGEST_LINE;

/** How DuckDB reads CSV files. */
export interface CsvReader {
  /** Names of the columns in the data; in SQL they are `c0`, `c1` … */
  names: readonly string[];
  /** The same as the header has them. */
  given: readonly string[];
  /** What stands after FROM. @param numbers indexes of columns that are read as numbers; all others are text */
  from: (numbers: ReadonlySet<number>) => string;
}

/**
 * Nothing is guessed but the delimiter: the first line, or the one after a line `sep=;`, holds the names, and every line must have as many
 * values, or is left out and noted where that is asked for.
 * @throws FeaturescopeError `input-unreadable` where the files' headers differ, or none is found
 */
export async function csvReader(
  { paths, patterns }: SourceFiles,
  { onBadRows, missingTokens, columnTokens }: DatasetOptions,
): Promise<CsvReader> {
  const { delimiter, given, names, skip } = await commonHeader(paths);
  const settings = [
    "auto_detect = false",
    `delim = ${literal(delimiter)}`,
    `quote = '"', escape = '"', comment = '', header = true, skip = ${skip}`,
    `compression = '${(await isGzip(paths[0] ?? "")) ? "gzip" : "none"}'`,
    `nullstr = ${literals(["", ...(columnTokens === undefined ? (missingTokens ?? []) : [])])}`,
    `max_line_size = ${LONGEST_LINE}`,
    `buffer_size = ${BUFFER}`,
    "hive_partitioning = false",
    ...(onBadRows === "skip" ? [REJECTS] : []),
  ].join(", ");
  const from = (numbers: ReadonlySet<number>): string => {
    const types = names.map((_, index) => `'c${index}': '${numbers.has(index) ? "DOUBLE" : "VARCHAR"}'`);
    return `read_csv(${literals(patterns)}, columns = {${types.join(", ")}}, ${settings})`;
  };
  return { names, given, from };
}

async function commonHeader([first = "", ...others]: readonly string[]): Promise<CsvHeader> {
  const header = await readCsvHeader(first);
  for (const path of others) {
    const other = await readCsvHeader(path);
    if (other.names.join("\n") !== header.names.join("\n") || other.skip !== header.skip) {
      throw cannotRead(
        path,
        `expected the same header as in ${first}, found another. Read files with different headers separately.`,
      );
    }
  }
  return header;
}
