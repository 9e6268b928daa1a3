import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Batch } from "./dataset.js";
import { RowPiece } from "./row-piece.js";

/** Two levels up from here, whether from source, as a module or in the bundle. */
const FILE = new URL("../../dist/program/reader-worker.js", import.meta.url);

/**
 * Megabytes of its heap for new objects: what V8 does not see is that each of them holds a chunk of rows, so it has to collect them often.
 */
const YOUNG_MEGABYTES = 2;

/** Milliseconds that a process that exits waits for the thread. */
const LONGEST_WAIT = 5000;

/** What the thread is given when it starts. */
export interface ReaderData {
  /** For its temporary files. */
  folder: string;
  /** One number, 1 when nothing runs any more. */
  quiet: Int32Array;
}
/** What the thread is told: a statement to be read, the buffer of a piece that is free again, or to stop. */
export type Question = { sql: string; columns: number } | { buffer: SharedArrayBuffer } | { isStop: true };
/** What it answers: a piece of rows, that there are no more, or why there are none. */
export type Answer = Pick<RowPiece, "rows" | "buffer"> | { isEnd: true } | { error: unknown };

/**
 * A thread with a database of its own that reads ahead: what DuckDB gives in chunks of 2,048 rows comes in large pieces, made while rows are
 * worked on in this thread. It has to come to rest before its environment is taken down: a call of DuckDB's that returns afterwards
 * aborts the process.
 */
export class ReaderThread {
  readonly #worker: Worker;
  readonly #quiet = new Int32Array(new SharedArrayBuffer(4));
  readonly #ended: Promise<void>;
  #fault: unknown = null;

  /** @param folder for its temporary files */
  constructor(folder: string) {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
    const workerData: ReaderData = { folder, quiet: this.#quiet };
    this.#worker = new Worker(FILE, { workerData, resourceLimits });
    // It may end before anyone asks it for rows.
    this.#worker.once("error", (error) => (this.#fault = error));
    this.#ended = new Promise((resolve) => this.#worker.once("exit", () => resolve()));
    process.once("exit", this.#rest);
  }

  /** Streams the rows of a statement whose columns are doubles; one statement at a time. Stopped before its end, the thread has to be ended. */
  async *batches(sql: string, names: readonly string[]): AsyncGenerator<Batch> {
    if (this.#fault !== null) throw this.#fault;
    this.#ask({ sql, columns: names.length });
    for await (const [message] of on(this.#worker, "message", { close: ["exit"] })) {
      const answer = message as Answer;
      if ("isEnd" in answer) return;
      if ("error" in answer) throw answer.error;
      const piece = new RowPiece(names.length, answer.buffer);
      yield piece.batch(names, answer.rows);
      this.#ask({ buffer: piece.buffer });
    }
    throw new Error("The thread that reads rows has ended.");
  }

  /** Ends the thread, whatever it is at. */
  async end(): Promise<void> {
    this.#ask({ isStop: true });
    await this.#ended;
    process.off("exit", this.#rest);
  }

  #ask(question: Question): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    this.#worker.postMessage(question);
  }

  readonly #rest = (): void => {
    this.#ask({ isStop: true });
    Atomics.wait(this.#quiet, 0, 0, LONGEST_WAIT);
  };
}
