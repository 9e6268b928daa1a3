import type { Kind, Window } from "../artifact/index.js";
import type { Environment } from "../credentials/index.js";

/** Formats of a file of rows. */
export const DATASET_FORMATS = ["csv", "parquet", "jsonl"] as const;

/** One of {@link DATASET_FORMATS}. */
export type DatasetFormat = (typeof DATASET_FORMATS)[number];

/**
 * What becomes of rows of a CSV file that have too many or too few values: an error that names the line, or they are left out and
 * counted.
 */
export const BAD_ROWS = ["refuse", "skip"] as const;

/** One of {@link BAD_ROWS}. */
export type BadRows = (typeof BAD_ROWS)[number];

/** How a dataset is to be read. */
export interface DatasetOptions {
  /** Found by the first bytes unless given: `PAR1`, gzip, else text (JSON lines begin with a brace). */
  format?: DatasetFormat;
  /**
   * Texts that mean "missing", e.g. `NA`, in any column; empty text always does. One that is a number also holds for numeric columns.
   * Where none are given, {@link STRAY_WORDS} do in columns of text that is read as numbers or points in time.
   */
  missingTokens?: readonly string[];
  /** Texts that mean "missing" in one column, by its name: they stand in place of `missingTokens`. */
  columnTokens?: ReadonlyMap<string, readonly string[]>;
  /** `refuse` by default. */
  onBadRows?: BadRows;
  /**
   * Names of a Parquet file's columns, in its order, where it was written from a source whose notes are told already; those that
   * it holds by default.
   */
  names?: readonly string[];
  /** Forced kinds by column name. */
  kinds?: ReadonlyMap<string, Kind>;
  /** Kinds that a reference has, by column name: text, which has no type, is read as such, so that parts are read like the whole. */
  referenceKinds?: ReadonlyMap<string, Kind>;
  /** Columns that will be asked for, beside `timeColumn`; all by default. Others of a CSV file are not read. */
  features?: readonly string[];
  /** Column by which `window` filters the rows. */
  timeColumn?: string;
  /** Where the user, password and keys of an address are looked for; the process's own variables by default. */
  environment?: Environment;
  /** Told how much of the rows at an address is copied, and how much there is, where that is known beforehand. */
  onCopied?: (done: number, total: number) => void;
  /** Only rows with start ≤ time < end; needs `timeColumn`. */
  window?: Window;
  /** Whether a thread of its own reads numbers ahead: the rows are the same. By default where they are many and there are two cores. */
  readAhead?: boolean;
}

/** Whether a column will be asked for. */
export function isWanted(name: string, { features, timeColumn }: DatasetOptions): boolean {
  return features === undefined || features.includes(name) || name === timeColumn;
}

/** The kind that a reference has for a column; undefined where another one is forced, and for the times of rows, which have to be some. */
export function referenceKindOf(
  { kinds, referenceKinds, timeColumn }: DatasetOptions,
  name: string,
): Kind | undefined {
  return kinds?.has(name) === true || name === timeColumn ? undefined : referenceKinds?.get(name);
}

/** Texts that mean "missing" in a column. */
export function tokensOf({ missingTokens, columnTokens }: DatasetOptions, name: string): readonly string[] {
  return columnTokens?.get(name) ?? missingTokens ?? [];
}

/**
 * Texts that mean "missing" among numbers and points in time, in lower case, without the spaces around them: what pandas takes
 * for it, and dashes, dots and question marks.
 */
const STRAY_WORDS: readonly string[] =
  "|na|n/a|<na>|#na|#n/a|#n/a n/a|null|none|-|--|.|?|1.#ind|-1.#ind|1.#qnan|-1.#qnan".split("|");

/** Texts that mean "missing" in a column only where it is read as numbers or points in time. */
export function strayWordsOf(
  { missingTokens, columnTokens }: DatasetOptions,
  name: string,
): readonly string[] {
  return (columnTokens?.get(name) ?? missingTokens) === undefined ? STRAY_WORDS : [];
}
