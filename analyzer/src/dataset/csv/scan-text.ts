import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { cannotRead } from "../cannot-read.js";
import { isGzip } from "../file-head.js";
import { foreignBytes } from "../foreign-bytes.js";

/** Bytes read at once. */
const CHUNK = 2 ** 20;
const LINE_FEED = 10;
const UNDERSCORE = 0x5f;

/** What is known of a text file once all its bytes were looked at. */
export interface TextScan {
  /** Whether an underscore stands between digits somewhere: no part of a number, though DuckDB's CSV reader takes it for one. */
  joinsDigits: boolean;
}

/**
 * Refuses text that is not UTF-8, wherever it is not: DuckDB looks only at the columns that a statement reads, and where it meets
 * a foreign byte in one of them, it may break down instead of saying so.
 * @param path of a text file, also packed by gzip
 * @throws FeaturescopeError `input-unreadable` with the number of the line
 */
export async function scanText(path: string): Promise<TextScan> {
  let joinsDigits = false;
  for await (const text of wholeSigns(path)) {
    joinsDigits ||= hasJoinedDigits(text);
    if (isUtf8(text)) continue;
    throw cannotRead(path, foreignBytes(` in line ${await foreignLine(path)}`));
  }
  return { joinsDigits };
}

/** Where a piece begins or ends at an underscore, a digit may be beyond. */
function hasJoinedDigits(text: Buffer): boolean {
  for (let at = text.indexOf(UNDERSCORE); at !== -1; at = text.indexOf(UNDERSCORE, at + 1)) {
    if (isDigit(text[at - 1]) && isDigit(text[at + 1])) return true;
  }
  return false;
}

function isDigit(byte: number | undefined): boolean {
  return byte === undefined || (byte >= 0x30 && byte <= 0x39);
}

/** The first line that is not UTF-8; read again, because to count the lines of a file that has none would cost more than to look at it. */
async function foreignLine(path: string): Promise<number> {
  let line = 1;
  for await (const text of wholeSigns(path)) {
    const isForeign = !isUtf8(text);
    for (let start = 0; start < text.length; line++) {
      const end = text.indexOf(LINE_FEED, start);
      if (isForeign && !isUtf8(text.subarray(start, end === -1 ? text.length : end))) return line;
      if (end === -1) break;
      start = end + 1;
    }
  }
  return line;
}

/** A file's content in pieces that end where a sign ends. */
async function* wholeSigns(path: string): AsyncGenerator<Buffer> {
  let begun = Buffer.alloc(0);
  for await (const chunk of (await isGzip(path)) ? unpacked(path) : plain(path)) {
    const text = begun.length === 0 ? chunk : Buffer.concat([begun, chunk]);
    const end = endOfSigns(text);
    yield text.subarray(0, end);
    begun = Buffer.from(text.subarray(end));
  }
  yield begun;
}

/** Each piece is overwritten by the next: buffers of their own would cost more than to read and look at them. */
async function* plain(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  const buffer = Buffer.allocUnsafe(CHUNK);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function unpacked(path: string): AsyncIterable<Buffer> {
  return pipeline(createReadStream(path), createGunzip({ chunkSize: CHUNK }), () => {});
}

/** Where the last sign begins, which may go on in the next piece; the end where it is of one byte. */
function endOfSigns(text: Buffer): number {
  const least = Math.max(0, text.length - 4);
  for (let i = text.length - 1; i >= least; i--) {
    if (text[i]! < 0x80) return text.length;
    if (text[i]! >= 0xc0) return i;
  }
  return text.length;
}
