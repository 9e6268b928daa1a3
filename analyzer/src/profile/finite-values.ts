import type { NumberVector } from "../dataset/dataset.js";

/** Picks the finite values out of a column's batches and counts the rest. */
export class FiniteValues {
  /** Rows seen. */
  rows = 0;
  /** Rows that are null. */
  nulls = 0;
  nan = 0;
  positiveInfinity = 0;
  negativeInfinity = 0;
  #scratch = new Float64Array(2048);

  /** The finite values of a batch, −0 as 0; they are overwritten by the next call. */
  read({ values, nulls }: NumberVector, rows: number): Float64Array {
    if (this.#scratch.length < rows) this.#scratch = new Float64Array(rows);
    const finite = this.#scratch;
    let length = 0;
    for (let row = 0; row < rows; row++) {
      const value = values[row]!;
      if (nulls !== null && nulls[row] === 1) this.nulls++;
      else if (value - value === 0) finite[length++] = value + 0;
      else this.#countOther(value);
    }
    this.rows += rows;
    return finite.subarray(0, length);
  }

  #countOther(value: number): void {
    if (value === Infinity) this.positiveInfinity++;
    else if (value === -Infinity) this.negativeInfinity++;
    else this.nan++;
  }
}
