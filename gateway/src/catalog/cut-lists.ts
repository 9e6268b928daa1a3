const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const LIST = 0x5b;
/** Both kinds of brackets differ in one bit. */
const isOpening = (byte: number): boolean => (byte | 0x20) === 0x7b;
const isClosing = (byte: number): boolean => (byte | 0x20) === 0x7d;
const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** A JSON document whose long lists are apart. */
export interface CutDocument {
  /** The document with these lists empty. */
  head: Buffer;
  /** For each of them some of its items at a time, in their order, with commas in between; the bytes are the document's. */
  lists: Map<string, Buffer[]>;
}

/** Where a string ends that begins at a quote. */
function endOfString(bytes: Buffer, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** Nothing where an item must be is left as wrong as it was. */
function partOf(items: Buffer, isWhole: boolean): Buffer {
  return !isWhole && items.every(isSpace) ? Buffer.from(",") : items;
}

/**
 * Cuts lists out of a document without reading it: so a manifest of 27 MB can be read in parts, whose objects are forgotten as soon
 * as they are used. Head and parts are all strict JSON where the document is, and only there.
 * @param fields names of the lists among the document's own fields
 * @param each items of a part
 */
export function cutLists(bytes: Buffer, fields: readonly string[], each: number): CutDocument {
  const heads: Buffer[] = [];
  const lists = new Map<string, Buffer[]>();
  let from = 0;
  let depth = 0;
  let field = "";
  /** Of the list that is gone through; null outside of lists. */
  let parts: Buffer[] | null = null;
  let commas = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      const end = endOfString(bytes, at);
      if (depth === 1) field = bytes.toString("utf8", at + 1, end);
      at = end;
    } else if (isOpening(byte)) {
      depth++;
      if (depth !== 2 || byte !== LIST || !fields.includes(field)) continue;
      heads.push(bytes.subarray(from, at + 1));
      from = at + 1;
      parts = [];
      commas = 0;
      lists.set(field, parts);
    } else if (isClosing(byte)) {
      depth--;
      if (depth !== 1 || parts === null) continue;
      parts.push(partOf(bytes.subarray(from, at), parts.length === 0));
      from = at;
      parts = null;
    } else if (byte === COMMA && depth === 2 && parts !== null && ++commas % each === 0) {
      parts.push(partOf(bytes.subarray(from, at), false));
      from = at + 1;
    }
  }
  heads.push(bytes.subarray(from));
  return { head: Buffer.concat(heads), lists };
}
