import type { FeaturescopeError } from "../artifact/index.js";
import { cannotRead } from "./cannot-read.js";
import { firstSentence } from "./first-sentence.js";
import { readError } from "./read-error.js";

/** What DuckDB says where the system refuses to read or write, or a file is no longer what it was when it was opened. */
const OF_A_FILE = /^IO Error|No magic bytes found|too small to be a Parquet file/;
const IS_FULL = /No space left on device|failed to offload|File too large|Disk quota exceeded/i;

/**
 * The error `input-unreadable` of rows that were opened and can be read no more, because a disk fails, is full, or files went or
 * changed: no column can be trusted then. Null where the fault lies in values, and so with their column.
 * @param source as people are shown it
 */
export function diskFault(source: string, error: unknown): FeaturescopeError | null {
  const message = error instanceof Error ? error.message : "";
  if (IS_FULL.test(message)) return readError(source, error);
  if (!OF_A_FILE.test(message)) return null;
  return cannotRead(
    source,
    `expected its rows to be there until all is read, found: ${firstSentence(message)}. Look at its disk and at that of temporary files (TMPDIR), and run again.`,
    error,
  );
}
