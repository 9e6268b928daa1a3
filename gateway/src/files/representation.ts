import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { tagOf } from "./tag-of.js";

/** Content codings in which an answer is kept; `identity` is the body as it is. */
export type Encoding = "br" | "gzip" | "identity";

/** A body in one encoding. */
export interface Variant {
  encoding: Encoding;
  body: Buffer;
  /**
   * A small body again, a character for each byte (Latin-1): Node writes a string together with the headers, which takes less than
   * two pieces. Null of a larger one, where to copy it takes more.
   */
  text: string | null;
  /** Strong entity tag, with its quotes; another one for each encoding. */
  etag: string;
}

/** A resource in every encoding that is worth sending, ready to be written as often as it is asked for. */
export interface Representation {
  /** Media type, with its charset. */
  type: string;
  /** What a client is to call it that saves it, of characters that need no quoting; null where its address says enough. */
  fileName: string | null;
  /** The smallest first; `identity` is always there, as the last. */
  variants: readonly Variant[];
  /** Bytes of all variants and their wrapping. */
  bytes: number;
}

/** A representation that the cache keeps. */
export interface KeptRepresentation {
  representation: Representation;
  /** Under which the cache has it. */
  key: string;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this many bytes a compressed body saves no packet. */
const WORTH_COMPRESSING = 512;

/** A body of up to this many bytes is kept as text as well. */
const MOST_AS_TEXT = 6 * 1024;

/** How a body is represented. */
export interface RepresentOptions {
  /** Of Brotli: 5 takes about 0.3 ms for 20 kB; 9 ten times as long, for what is made once and served for long. */
  quality?: 5 | 9;
  /** As in {@link Representation}. */
  fileName?: string;
}

/** Compresses a body once, off the event loop. */
export async function represent(
  body: Buffer,
  type: string,
  { quality = 5, fileName }: RepresentOptions = {},
): Promise<Representation> {
  const tag = tagOf(body);
  const variants = [variantOf("identity", body, `"${tag}-id"`)];
  const isText = !type.startsWith("image/") && !type.startsWith("font/");
  if (isText && body.length >= WORTH_COMPRESSING) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    };
    const [br, gz] = await Promise.all([compressBrotli(body, { params }), compressGzip(body, { level: 6 })]);
    if (gz.length < body.length) variants.unshift(variantOf("gzip", gz, `"${tag}-gz"`));
    if (br.length < body.length) variants.unshift(variantOf("br", br, `"${tag}-br"`));
  }
  const bytes = variants.reduce(
    (sum, { body: { length }, text }) => sum + length + (text?.length ?? 0) + 256,
    0,
  );
  return { type, fileName: fileName ?? null, variants, bytes };
}

function variantOf(encoding: Encoding, body: Buffer, etag: string): Variant {
  return { encoding, body, text: body.length <= MOST_AS_TEXT ? body.toString("latin1") : null, etag };
}
