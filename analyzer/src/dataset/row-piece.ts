import type { Batch, NumberVector } from "./dataset.js";

/** Values of a piece at most: 2 MB, so that handing it over costs little beside its rows. */
const MOST_VALUES = 2 ** 18;
/** Rows of a chunk of DuckDB's at most. */
const CHUNK = 2048;
const ALL_VALID = 0xff;

/** Some rows of columns of numbers, in memory that threads share, one at a time: the doubles of each column, then the validity of each. */
export class RowPiece {
  readonly buffer: SharedArrayBuffer;
  rows = 0;
  readonly #capacity: number;
  readonly #values: readonly Float64Array[];
  readonly #validity: readonly Uint8Array[];

  /** @param buffer of a piece with as many columns; a new one by default */
  constructor(columns: number, buffer?: SharedArrayBuffer) {
    const rows = Math.max(1, Math.floor(MOST_VALUES / columns / CHUNK)) * CHUNK;
    const [doubles, bits] = [8 * rows, rows / 8];
    const memory = buffer ?? new SharedArrayBuffer(columns * (doubles + bits));
    const indexes = Array.from({ length: columns }, (_, column) => column);
    this.buffer = memory;
    this.#capacity = rows;
    this.#values = indexes.map((column) => new Float64Array(memory, column * doubles, rows));
    this.#validity = indexes.map((column) => new Uint8Array(memory, columns * doubles + column * bits, bits));
  }

  /** Whether a chunk of so many rows still fits, its bits after those of the rows before it. */
  fits(rows: number): boolean {
    return this.rows % 8 === 0 && this.rows + rows <= this.#capacity;
  }

  /** Adds a chunk that fits. */
  add(columns: readonly NumberVector[], rows: number): void {
    const [first, end] = [this.rows / 8, Math.ceil((this.rows + rows) / 8)];
    for (const [column, { values, validity }] of columns.entries()) {
      const bits = this.#validity[column]!;
      this.#values[column]!.set(values, this.rows);
      if (validity === null) bits.fill(ALL_VALID, first, end);
      else bits.set(validity.subarray(0, end - first), first);
    }
    this.rows += rows;
  }

  /** So many rows of the columns by name. */
  batch(names: readonly string[], rows: number): Batch {
    const columns = names.map((name, column): [string, NumberVector] => [
      name,
      { values: this.#values[column]!, validity: this.#validity[column]! },
    ]);
    return { rows, columns: new Map(columns) };
  }
}
