import { parentPort, workerData } from "node:worker_threads";
import { Database } from "./database.js";
import { numberVector } from "./number-vector.js";
import type { Answer, Question, ReaderData } from "./reader-thread.js";
import { RowPiece } from "./row-piece.js";

/** Pieces on their way at most. */
const PIECES = 3;

// What runs in a `ReaderThread`: one statement at a time.
const { folder, quiet } = workerData as ReaderData;
const database = Database.open(folder);
let work: Promise<unknown> = database;
/** Buffers to be filled; undefined for one that is still to be made. */
let free: (SharedArrayBuffer | undefined)[] = [];
let onChange = (): void => {};
let isStopped = false;

parentPort?.on("message", (question: Question) => {
  if ("buffer" in question) free.push(question.buffer);
  else if ("sql" in question) work = answer(question.sql, question.columns);
  else void stop();
  onChange();
});

async function answer(sql: string, columns: number): Promise<void> {
  free = Array.from({ length: PIECES }, () => undefined);
  try {
    await read(sql, columns);
    tell({ isEnd: true });
  } catch (error) {
    tell({ error });
  }
}

async function read(sql: string, columns: number): Promise<void> {
  let piece = await freePiece(columns);
  for await (const chunk of (await database).chunks(sql)) {
    if (!piece.fits(chunk.rowCount)) {
      hand(piece);
      piece = await freePiece(columns);
    }
    if (isStopped) return;
    const vectors = Array.from({ length: columns }, (_, column) => numberVector(chunk, column));
    piece.add(vectors, chunk.rowCount);
  }
  if (piece.rows > 0) hand(piece);
}

async function freePiece(columns: number): Promise<RowPiece> {
  if (free.length === 0 && !isStopped) await new Promise<void>((resolve) => (onChange = resolve));
  return new RowPiece(columns, free.pop());
}

function hand({ rows, buffer }: RowPiece): void {
  tell({ rows, buffer });
}

function tell(answer: Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(answer);
}

async function stop(): Promise<void> {
  isStopped = true;
  await work;
  (await database).close();
  Atomics.store(quiet, 0, 1);
  Atomics.notify(quiet, 0);
  parentPort?.close();
}
