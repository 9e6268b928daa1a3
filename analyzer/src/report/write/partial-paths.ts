import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../../artifact/index.js";

const inUse = new Set<string>();

const ATTEMPTS = 20;
const PAUSE_MS = 25;

/**
 * A hidden sibling of a path, to be written first and renamed when it is whole: on the same file system, so that the
 * rename is atomic. Readers ignore names that start with a dot.
 */
export function partialPathOf(path: string): string {
  const partial = join(
    dirname(path),
    `.${basename(path).slice(0, 100)}.${randomBytes(4).toString("hex")}.partial`,
  );
  inUse.add(partial);
  return partial;
}

/** Removes what is left of a partial path; does nothing where it was renamed. */
export function removePartial(partial: string): void {
  inUse.delete(partial);
  try {
    rmSync(partial, { recursive: true, force: true });
  } catch (error) {
    // Below a file there is nothing, and why nothing could be written there is told already.
    if (codeOf(error) !== "ENOTDIR") throw error;
  }
}

/** Removes every partial path of this process: for a signal handler, which cannot await what is still being written. */
export function removeAllPartials(): void {
  for (const partial of inUse) removeWhileWritten(partial, ATTEMPTS);
}

/** A file that is written meanwhile keeps its folder from being removed; with this thread at rest, few can still come. */
function removeWhileWritten(partial: string, attempts: number): void {
  try {
    removePartial(partial);
  } catch (error) {
    if (attempts === 1) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    removeWhileWritten(partial, attempts - 1);
  }
}
