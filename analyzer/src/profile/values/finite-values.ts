import type { NumberVector, ValueCounts } from "../../dataset/dataset.js";
import { BLOCK, Kernel } from "../kernel.js";
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

/** Used by nothing that is handed a block. */
let intake: Kernel | null = null;

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
    const { run, input, validity: bits, values: finite, results } = (intake ??= new Kernel());
    const tally = this.#tally;
    for (let start = 0; start < rows; start += BLOCK) {
      const end = Math.min(rows, start + BLOCK);
      input.set(end - start === values.length ? values : values.subarray(start, end));
      if (validity === null) bits.fill(ALL_VALID);
      else
        bits.set(
          validity.length <= bits.length ? validity : validity.subarray(start / 8, Math.ceil(end / 8)),
        );
      const length = run.takeFinite(end - start);
      tally.nulls += results[0]!;
      tally.nan += results[1]!;
      tally.positiveInfinity += results[2]!;
      tally.negativeInfinity += results[3]!;
      this.#append(finite, length);
    }
    tally.rows += rows;
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

  #append(values: Float64Array, length: number): void {
    const taken = Math.min(length, BLOCK - this.#length);
    this.#block.set(taken === BLOCK ? values : values.subarray(0, taken), this.#length);
    this.#length += taken;
    if (this.#length < BLOCK) return;
    this.#emit(BLOCK);
    this.#block.set(values.subarray(taken, length));
    this.#length = length - taken;
  }

  #emit(length: number): void {
    const values = length === BLOCK ? this.#block : this.#block.subarray(0, length);
    for (const reader of this.#readers) reader.add(values, null);
  }
}
