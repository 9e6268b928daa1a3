/** Tells how many rows were read so far, when several passes make up the work: in the end, as many as the dataset has. */
export class Progress {
  readonly #rows: number;
  readonly #passes: number;
  readonly #onRows: (read: number) => void;
  #read = 0;
  #told = 0;

  /**
   * @param rows of the dataset
   * @param passes in which they are read
   */
  constructor(rows: number, passes: number, onRows: (read: number) => void) {
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
    const told = Math.min(rows, this.#rows);
    if (told > this.#told) this.#onRows((this.#told = told));
  }
}
