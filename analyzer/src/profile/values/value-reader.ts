/** Takes the finite values of a column, part by part, and counts something. */
export interface ValueReader {
  /**
   * @param values finite, −0 as 0; reused by the caller afterwards
   * @param counts rows that have each value; null for one row each
   */
  add(values: Float64Array, counts: Float64Array | null): void;
}

/**
 * A computation that needs passes over a column: it yields the readers of the next pass and goes on once they have seen every
 * value. So many columns share a pass, and each is written from top to bottom.
 */
export type Scan<Result> = Generator<readonly ValueReader[], Result, void>;
