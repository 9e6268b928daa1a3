import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { RowFile } from "./row-file.js";

const QUOTE = 0x22;
const LINE_END = 0x0a;
const BLOCK = 2 ** 20;

/** A CSV file whose columns become known while its rows are written. */
export class GrowingCsv {
  readonly #rows: RowFile;
  readonly #names: string[] = [];
  readonly #indexes = new Map<string, number>();
  /** How many values rows have, from which one on. */
  readonly #widths = [{ from: 0, columns: 1 }];
  rows = 0;

  private constructor(rows: RowFile) {
    this.#rows = rows;
  }

  /** @param path of the rows while the header is not known */
  static async create(path: string): Promise<GrowingCsv> {
    return new GrowingCsv(await RowFile.create(path));
  }

  get columns(): number {
    return this.#names.length;
  }

  /**
   * Adds a row. Columns that it is the first to have come after the others, sorted by their names.
   * @param names of its columns @param values of these, as they stand in the file, see {@link csvCell}
   */
  add(names: readonly string[], values: readonly string[]): void {
    const unknown = names.filter((name) => !this.#indexes.has(name));
    for (const name of unknown.sort()) this.#indexes.set(name, this.#names.push(name) - 1);
    const columns = Math.max(1, this.#names.length);
    if (unknown.length > 0) this.#widths.push({ from: this.rows, columns });
    const cells = Array.from<string>({ length: columns }).fill("");
    for (const [i, name] of names.entries()) cells[this.#indexes.get(name)!] = values[i]!;
    // An empty line would be no row.
    this.#rows.add(`${columns === 1 ? cells[0] || '""' : cells.join(",")}\n`);
    this.rows++;
  }

  /** Writes what is worth writing. */
  flush(): Promise<void> {
    return this.#rows.flush();
  }

  /** Writes header and rows, each with a value for every column. @param path of the whole file */
  async finish(path: string): Promise<void> {
    await this.#rows.close();
    await pipeline(this.#whole(), createWriteStream(path));
    await rm(this.#rows.path);
  }

  /** Ends without a file. */
  discard(): Promise<void> {
    return this.#rows.close();
  }

  async *#whole(): AsyncGenerator<string | Buffer> {
    yield `${this.#names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",") || '""'}\n`;
    let row = 0;
    let step = 0;
    let isQuoted = false;
    for await (const block of createReadStream(this.#rows.path, { highWaterMark: BLOCK })) {
      const bytes = block as Buffer;
      if (this.#widths.at(-1)!.from === 0) {
        yield bytes;
        continue;
      }
      const pieces: Buffer[] = [];
      let start = 0;
      for (let i = 0; i < bytes.length; i++) {
        if (bytes[i] === QUOTE) isQuoted = !isQuoted;
        if (bytes[i] !== LINE_END || isQuoted) continue;
        while ((this.#widths[step + 1]?.from ?? Infinity) <= row) step++;
        const lacking = this.#names.length - this.#widths[step]!.columns;
        pieces.push(bytes.subarray(start, i), Buffer.alloc(lacking, ","));
        start = i;
        row++;
      }
      yield Buffer.concat([...pieces, bytes.subarray(start)]);
    }
  }
}

/** A text as a value of a CSV file. */
export function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
