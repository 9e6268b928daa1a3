import { type FileHandle, open } from "node:fs/promises";

/** So much is written at once. */
const BLOCK = 2 ** 20;

/** A file of rows that are written as they come, in bounded memory. */
export class RowFile {
  readonly path: string;
  readonly #file: FileHandle;
  #waiting: string[] = [];
  #length = 0;

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.#file = file;
  }

  static async create(path: string): Promise<RowFile> {
    return new RowFile(path, await open(path, "w"));
  }

  /** Keeps a text for {@link flush}. */
  add(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
  }

  /** Writes what was kept, where it is worth it. */
  async flush(least = BLOCK): Promise<void> {
    if (this.#length < least) return;
    const text = this.#waiting.join("");
    this.#waiting = [];
    this.#length = 0;
    await this.#file.appendFile(text);
  }

  /** Writes the rest and closes the file. */
  async close(): Promise<void> {
    try {
      await this.flush(1);
    } finally {
      await this.#file.close();
    }
  }
}
