import type { Batch } from "./dataset.js";
import { ReaderThread } from "./reader-thread.js";

/** Reads statements in a thread that is started before its rows are needed. */
export class ReadAhead {
  readonly #folder: string;
  /** Reads nothing at the moment. */
  #idle: ReaderThread | null;

  /** @param folder for temporary files */
  constructor(folder: string) {
    this.#folder = folder;
    this.#idle = new ReaderThread(folder);
  }

  /** As {@link ReaderThread.batches}; may be stopped before the end. */
  async *batches(sql: string, names: readonly string[]): AsyncGenerator<Batch> {
    const thread = this.#idle ?? new ReaderThread(this.#folder);
    this.#idle = null;
    let isFree = false;
    try {
      yield* thread.batches(sql, names);
      isFree = this.#idle === null;
    } finally {
      if (isFree) this.#idle = thread;
      else await thread.end();
    }
  }

  /** To be called when nothing is read. */
  async end(): Promise<void> {
    await this.#idle?.end();
    this.#idle = null;
  }
}
