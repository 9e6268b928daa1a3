import type { ProfileDistinct } from "../artifact/index.js";
import type { Moments } from "./moments.js";
import type { Summary } from "./summary.js";
import type { ValueCount } from "./feature-profile.js";
import type { Scan, ValueReader } from "./value-reader.js";

/** The values of a column in sorted order, however they are kept; an answer may need passes over the rows. */
export interface ValueSource {
  readonly summary: Summary;
  readonly moments: Moments;
  /** Number of different values. */
  readonly distinct: number;
  /** Its standard error, in values; 0 where it is exact. */
  readonly distinctError: number;
  /** The different values, in the form in which they merge. */
  readonly different: ProfileDistinct;
  /** Values that a tenth of all have, with their rows, descending by rows. */
  frequent(): Scan<Frequent[]>;
  /**
   * Values at ranks (0-based) of the sorted order.
   * @param riders readers that see every value on the way, once
   */
  valuesAt(ranks: Iterable<number>, riders: readonly ValueReader[]): Scan<(rank: number) => number>;
  /** Shows every value to the readers. */
  feed(readers: readonly ValueReader[]): Scan<void>;
}

/** A frequent value. */
export interface Frequent extends ValueCount<number> {
  /** Values below it. */
  below: number;
}
