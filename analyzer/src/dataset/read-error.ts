import { FeaturescopeError, messageOf } from "../artifact/index.js";
import { cannotRead } from "./cannot-read.js";
import { MEMORY_LIMIT } from "./database.js";
import type { SourceFiles } from "./find-files.js";
import { firstSentence } from "./first-sentence.js";
import { foreignBytes } from "./foreign-bytes.js";
import { ROWS_OF_PANDAS } from "./refuse-column-objects.js";

function advice(message: string): string {
  if (/No space left on device|failed to offload/i.test(message)) {
    return "expected room among this machine's temporary files, found no space left. Set TMPDIR to a folder with more room.";
  }
  if (/File too large|Disk quota exceeded/.test(message)) {
    return "expected room among this machine's temporary files, found a limit on how much may be written. Raise it (ulimit -f, a quota), or set TMPDIR to a folder without one.";
  }
  if (message.startsWith("Out of Memory")) {
    return `expected rows that ${MEMORY_LIMIT} hold while they are sorted or counted, found more. Analyse fewer columns at a time with --features.`;
  }
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const ragged = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (ragged !== null) {
    return `expected ${ragged[1]} values in line ${line}, found ${ragged[2]}. Correct the line, quote values that hold the delimiter, or leave such rows out with --on-bad-rows skip.`;
  }
  if (/not utf-8|Invalid unicode|byte sequence/i.test(message)) {
    const where = line === undefined ? "" : ` in line ${line}`;
    return foreignBytes(where);
  }
  if (/unterminated quote|invalid state|quote should be followed/i.test(message)) {
    const where = line === undefined ? "" : `, near line ${line}`;
    return `expected a table with quotes in pairs and lines that all end alike, found text that cannot be cut into rows${where}. Within a value write a quote twice, not as \\"; end each line with LF, or each with CRLF; or pass the file's format.`;
  }
  if (
    /^(unexpected end of file|incorrect (data|length) check|invalid (block type|stored block lengths|distance|code))/.test(
      message,
    )
  ) {
    return `expected a whole gzip file, found one that is cut off or damaged (${firstSentence(message)}). Write or copy it again.`;
  }
  if (message.includes("byte order mark")) {
    return "expected JSON lines, found a byte order mark before the first. Take it off: sed -i '1s/^\\xEF\\xBB\\xBF//'.";
  }
  const json = /Malformed JSON in file .*, at byte (\d+) in line (\d+): ([^.]*)/.exec(message);
  if (json !== null) {
    // DuckDB names the line after, and leaves out empty ones.
    return `expected one JSON object per line, found other text near line ${Number(json[2]) - 1}, byte ${json[1]} (${json[3]}). Correct it; an object that spans several lines goes onto one: jq -c .`;
  }
  if (message.includes("maximum_object_size")) {
    return `expected one JSON object per row, found one of more than 16 MB. Write the table row by row, ${ROWS_OF_PANDAS}.`;
  }
  if (/magic bytes|parquet|thrift|metadata/i.test(message)) {
    return `expected a whole Parquet file, found a broken one (${firstSentence(message)}). Write or copy it again.`;
  }
  return `expected a readable table, found: ${line === undefined ? "" : `line ${line}: `}${firstSentence(message)}. Correct the file, or pass its format.`;
}

/** What went wrong with a source, as an error `input-unreadable` that says what was expected, found and what to do. */
export function readError(source: string, cause: unknown): FeaturescopeError {
  if (cause instanceof FeaturescopeError) return cause;
  const message = messageOf(cause);
  // Of a pattern's files, the one at fault.
  const file = /^\s*file = (.+)$/m.exec(message)?.[1] ?? source;
  return cannotRead(file, advice(message), cause);
}

/** An error that calls copied files by the names of what was copied. */
export function nameFiles(error: unknown, { paths, names }: SourceFiles): unknown {
  if (!(error instanceof Error)) return error;
  const message = paths.reduce((text, path, i) => text.replaceAll(path, names[i] ?? path), error.message);
  if (message === error.message) return error;
  return error instanceof FeaturescopeError
    ? new FeaturescopeError(error.code, message, { cause: error })
    : new Error(message, { cause: error });
}
