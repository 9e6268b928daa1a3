import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Charts are flat areas: a higher level takes three times as long for a tenth of the bytes. */
const LEVEL = 3;

const compress = promisify(deflate);

/** Pixels of a picture, row by row; four bytes each, of which the last, the opacity, does not count. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Memory of the rows of pictures that are done: new memory costs the system as much as to fill it. */
const spare: Buffer[] = [];
/** As many as are drawn at once. */
const MOST_SPARE = 4;

function takeRows(length: number): Buffer {
  const at = spare.findIndex((buffer) => buffer.length >= length);
  const buffer = at === -1 ? Buffer.allocUnsafeSlow(length) : spare.splice(at, 1)[0]!;
  return buffer.subarray(0, length);
}

async function compressed(rows: Buffer): Promise<Buffer> {
  const result = await compress(rows, { level: LEVEL });
  spare.push(Buffer.from(rows.buffer));
  if (spare.length > MOST_SPARE) spare.shift();
  return result;
}

/** Half the rows of a chart are the one above again: the filter `up` makes zeros of them, which are compressed in no time. */
const [NO_FILTER, UP] = [0, 2];

/** Writes each row with its filter's number before it. */
function packRows({ width, height, data }: Pixels, rows: Buffer): void {
  const pixels = new Int32Array(data.buffer, data.byteOffset, width * height);
  const line = new Int32Array(3 * Math.ceil(width / 4));
  const bytes = Buffer.from(line.buffer, 0, 3 * width);
  const length = 3 * width + 1;
  for (let y = 0; y < height; y++) {
    const [start, at] = [4 * width * y, length * y];
    if (y > 0 && isRowAbove(data, start, 4 * width)) {
      rows.fill(0, at, at + length);
      rows[at] = UP;
      continue;
    }
    rows[at] = NO_FILTER;
    packRow(pixels, y * width, width, line);
    rows.set(bytes, at + 1);
  }
}

function isRowAbove(data: Uint8Array, start: number, length: number): boolean {
  return Buffer.compare(data.subarray(start - length, start), data.subarray(start, start + length)) === 0;
}

/** Four pixels of four bytes into three words, without their opacity; both as machines of today lay out bytes, the lowest first. */
function packRow(pixels: Int32Array, start: number, width: number, line: Int32Array): void {
  for (let at = start, word = 0; at < start + width; at += 4, word += 3) {
    // What is beyond the last pixel of the row goes into bytes that are not taken.
    const a = pixels[at]!;
    const b = pixels[at + 1]!;
    const c = pixels[at + 2]!;
    const d = pixels[at + 3]!;
    line[word] = (a & 0xffffff) | (b << 24);
    line[word + 1] = ((b >>> 8) & 0xffff) | (c << 16);
    line[word + 2] = ((c >>> 16) & 0xff) | (d << 8);
  }
}

/**
 * An opaque picture as PNG, in 8-bit RGB: for charts a quarter of the time of the canvas' own encoder, and no larger. The
 * compression runs beside.
 * @param texts by the keywords of the PNG specification, such as `Title` and `Description`
 */
export async function encodePng(
  { width, height, data }: Pixels,
  texts: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const rows = takeRows((3 * width + 1) * height);
  packRows({ width, height, data }, rows);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, RGB; the rest has one method each.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    ...chunk("IHDR", header),
    // International text: not compressed, in no language, with no translated keyword.
    ...Object.entries(texts).flatMap(([keyword, text]) =>
      chunk("iTXt", Buffer.from(`${keyword}\0\0\0\0\0${text}`)),
    ),
    ...chunk("IDAT", await compressed(rows)),
    ...chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer[] {
  const [length, name, check] = [Buffer.alloc(4), Buffer.from(type, "latin1"), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(content, crc32(name)));
  return [length, name, content, check];
}
