import type { NumberVector, ValueCounts } from "../dataset/dataset.js";
import type { ValueReader } from "./value-reader.js";

/** Rows of a column that a pass saw, by what they hold beside finite values. */
export class RowTally {
  rows = 0;
  /** Rows that are null. */
  nulls = 0;
  nan = 0;
  positiveInfinity = 0;
  negativeInfinity = 0;

  /** Counts a value that is not finite. */
  count(value: number): void {
    if (value === Infinity) this.positiveInfinity++;
    else if (value === -Infinity) this.negativeInfinity++;
    else this.nan++;
  }
}

/** Values handed on at once. */
const BLOCK = 2048;

/**
 * Hands the finite values of a pass on to readers, −0 as 0, and tallies all other rows. Blocks are of one size however the rows
 * came, so sums round alike for CSV and Parquet.
 */
export class FiniteValues {
  readonly #tally: RowTally;
  readonly #readers: readonly ValueReader[];
  readonly #block = new Float64Array(BLOCK);
  #length = 0;

  constructor(tally: RowTally, readers: readonly ValueReader[]) {
    this.#tally = tally;
    this.#readers = readers;
  }

  /** Takes the rows of a batch. */
  read({ values, nulls }: NumberVector, rows: number): void {
    const block = this.#block;
    let length = this.#length;
    for (let row = 0; row < rows; row++) {
      const value = values[row]!;
      if (nulls !== null && nulls[row] === 1) this.#tally.nulls++;
      else if (value - value === 0) {
        block[length++] = value + 0;
        if (length === BLOCK) {
          this.#emit(length);
          length = 0;
        }
      } else this.#tally.count(value);
    }
    this.#length = length;
    this.#tally.rows += rows;
  }

  /** Takes all rows of a column, counted by value. */
  readCounts({ values, counts, nulls }: ValueCounts): void {
    this.#tally.nulls += nulls;
    this.#tally.rows += counts.reduce((sum, rows) => sum + rows, nulls);
    if (values.length > 0) for (const reader of this.#readers) reader.add(values, counts);
  }

  /** Hands on what is left; to be called once, after the last batch. */
  end(): void {
    if (this.#length > 0) this.#emit(this.#length);
  }

  #emit(length: number): void {
    const values = this.#block.subarray(0, length);
    for (const reader of this.#readers) reader.add(values, null);
  }
}
