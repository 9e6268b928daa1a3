/** Tells of rows read, when several passes make up the work: all calls together tell the dataset's rows once. */
export class Progress {
  readonly #rows: number;
  readonly #passes: number;
  readonly #onRows: (rows: number) => void;
  #read = 0;
  #told = 0;

  /**
   * @param rows of the dataset
   * @param passes in which they are read
   */
  constructor(rows: number, passes: number, onRows: (rows: number) => void = () => {}) {
    this.#rows = rows;
    this.#passes = passes;
    this.#onRows = onRows;
  }

  /** Some rows of a pass were read. */
  read(rows: number): void {
    this.#read += rows;
    this.#tell(Math.floor(this.#read / this.#passes));
  }

  /** All is done, however many passes it took. */
  finish(): void {
    this.#tell(this.#rows);
  }

  #tell(rows: number): void {
    const more = Math.min(rows, this.#rows) - this.#told;
    if (more <= 0) return;
    this.#told += more;
    this.#onRows(more);
  }
}
