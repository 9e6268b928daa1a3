import type { Kind } from "../artifact/index.js";

/** A column of a dataset. */
export interface Column {
  name: string;
  kind: Kind;
}

/** Values of one numeric or datetime column in one batch, as numbers (milliseconds since 1970 for datetime). */
export interface NumberVector {
  /** One a row; what stands where the row is null is arbitrary. May be reused by the next batch: copy what is kept. */
  values: Float64Array;
  /** One bit a row, the lowest of a byte first, 1 where the row has a value; null where all have. */
  validity: Uint8Array | null;
}

/** Some consecutive rows of the columns asked for. */
export interface Batch {
  rows: number;
  /** By column name. */
  columns: ReadonlyMap<string, NumberVector>;
}

/** The values of a column, each with its rows. */
export interface ValueCounts {
  values: Float64Array;
  counts: Float64Array;
  /** Rows that are null. */
  nulls: number;
}

/** A level of a text or boolean column with the number of rows that have it; `value` is null for the missing. */
export interface Level {
  value: string | null;
  count: number;
}

/**
 * Where rows come from. Can be read more than once; rows are streamed, never all held. Reading raises FeaturescopeError
 * `input-unreadable` where rows are no longer there, as on a disk that fails; any other error is of the columns that were asked
 * for.
 */
export interface Dataset {
  /** Path or address, as shown to people: never with a password. */
  readonly source: string;
  readonly rows: number;
  /** Rows that could not be cut into values and were left out. */
  readonly skippedRows: number;
  /** What people should know of how values were read, one sentence each. */
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  /** Streams the rows of numeric and datetime columns. */
  batches(names: readonly string[]): AsyncIterable<Batch>;
  /**
   * Counts each value of a column of whole numbers in a short range; null where it is not known beforehand to be one. Much faster than
   * to stream the rows.
   */
  valueCounts(name: string): Promise<ValueCounts | null>;
  /** Streams the levels of a categorical or boolean column with their exact counts, most frequent first, then by code point. */
  levels(name: string): AsyncIterable<readonly Level[]>;
  /** Frees what reading takes; can be called again. */
  close(): Promise<void>;
}
