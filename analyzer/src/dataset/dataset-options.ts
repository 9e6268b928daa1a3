import type { Kind, Window } from "../artifact/index.js";

/** Formats of a file of rows. */
export type DatasetFormat = "csv" | "parquet" | "jsonl";

/** How a dataset is to be read. */
export interface DatasetOptions {
  /** Found by the first bytes unless given: `PAR1`, gzip, else text (JSON lines begin with a brace). */
  format?: DatasetFormat;
  /** Texts that mean "missing", e.g. `NA`; empty text always does. One that is a number also holds for numeric columns. */
  missingTokens?: readonly string[];
  /** Forced kinds by column name. */
  kinds?: ReadonlyMap<string, Kind>;
  /** Column by which `window` filters the rows. */
  timeColumn?: string;
  /** Only rows with start ≤ time < end; needs `timeColumn`. */
  window?: Window;
}
