import type { NumberVector, ValueCounts } from "../dataset/dataset.js";
import { BLOCK, Kernel } from "./kernel.js";
import type { ValueReader } from "./value-reader.js";

/** Rows of a column that a pass saw, by what they hold beside finite values. */
export class RowTally {
  rows = 0;
  /** Rows that are null. */
  nulls = 0;
  nan = 0;
  positiveInfinity = 0;
  negativeInfinity = 0;
}

const ALL_VALID = 0xff;

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
  read({ values, validity }: NumberVector, rows: number): void {
    const { run, input, validity: bits, values: finite } = Kernel.shared;
    for (let start = 0; start < rows; start += BLOCK) {
      const end = Math.min(rows, start + BLOCK);
      input.set(values.subarray(start, end));
      if (validity === null) bits.fill(ALL_VALID);
      else bits.set(validity.subarray(start / 8, Math.ceil(end / 8)));
      const length = run.takeFinite(end - start);
      this.#tallyOthers(Kernel.shared.results);
      this.#append(finite.subarray(0, length));
    }
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

  #tallyOthers(results: Float64Array): void {
    this.#tally.nulls += results[0]!;
    this.#tally.nan += results[1]!;
    this.#tally.positiveInfinity += results[2]!;
    this.#tally.negativeInfinity += results[3]!;
  }

  #append(values: Float64Array): void {
    const taken = Math.min(values.length, BLOCK - this.#length);
    this.#block.set(values.subarray(0, taken), this.#length);
    const rest = values.slice(taken);
    this.#length += taken;
    if (this.#length < BLOCK) return;
    this.#emit(BLOCK);
    this.#block.set(rest);
    this.#length = rest.length;
  }

  #emit(length: number): void {
    const values = this.#block.subarray(0, length);
    for (const reader of this.#readers) reader.add(values, null);
  }
}
