import { type FileHandle, open } from "node:fs/promises";
import { FeaturescopeError, codeOf } from "../../../artifact/index.js";
import type { BucketReader } from "../../../bucket/bucket-reader.js";
import { tryAgain } from "../../../bucket/try-again.js";
import { cannotRead } from "../../cannot-read.js";
import type { WantedObject } from "./find-objects.js";

/** An object is another one than when it was listed, or than when its first bytes were read. */
export class ObjectChanged extends FeaturescopeError {
  constructor(address: string, cause?: unknown) {
    super(
      "input-unreadable",
      `Cannot read ${address}: expected an object that stays as it is while it is read, found another one each time. Read it when its writer has finished.`,
      { cause },
    );
  }
}

/** Where a copy goes. */
interface CopyTarget {
  path: string;
  /** The object's, for messages. */
  address: string;
  /** Ends the copy with the reason that it is given, a FeaturescopeError. */
  signal: AbortSignal;
  /** Told of each piece that was written: its bytes, and those of the object, where they are known. */
  onPiece: (bytes: number, all: number | null) => void;
}

/**
 * Copies an object into a file, piece by piece. A body that breaks off is asked for from there on; pieces of two contents are never mixed.
 * @throws ObjectChanged; `input-unreadable` where the disk is full; what the store says
 */
export async function copyObject(
  reader: BucketReader,
  { key, ...listed }: WantedObject,
  { path, address, signal, onPiece }: CopyTarget,
): Promise<void> {
  const file = await open(path, "w");
  let { bytes, etag } = listed;
  let written = 0;
  let before = 0;
  const attempt = async (): Promise<void> => {
    before = written;
    signal.throwIfAborted();
    const body = await reader.read(key, written, etag).catch((error: unknown) => {
      throw isGone(error) && (bytes !== null || etag !== null) ? new ObjectChanged(address, error) : error;
    });
    bytes ??= body.bytes;
    etag ??= body.etag;
    if ((body.etag ?? etag) !== etag || (body.bytes ?? bytes) !== bytes) throw new ObjectChanged(address);
    if (body.from !== written) await file.truncate(body.from);
    written = body.from;
    for await (const chunk of body.content) {
      signal.throwIfAborted();
      await write(file, chunk, written, address);
      written += chunk.length;
      onPiece(chunk.length, bytes);
    }
    if (bytes !== null && written !== bytes) throw new Error(`${written} of ${bytes} bytes came`);
  };
  try {
    await tryAgain(attempt, reader.patience, () => written > before);
  } finally {
    await file.close();
  }
}

async function write(file: FileHandle, chunk: Buffer, at: number, address: string): Promise<void> {
  try {
    for (let done = 0; done < chunk.length;) {
      done += (await file.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
    }
  } catch (cause) {
    const found = codeOf(cause) === "ENOSPC" ? "no space left" : codeOf(cause);
    throw cannotRead(
      address,
      `expected room for a copy among this machine's temporary files, found ${found}. Set TMPDIR to a folder with more room.`,
      cause,
    );
  }
}

/** Whether a store says that there is no such object, or none of that content. */
function isGone(error: unknown): boolean {
  return ["PreconditionFailed", "NoSuchKey", "InvalidRange"].includes(codeOf(error));
}
