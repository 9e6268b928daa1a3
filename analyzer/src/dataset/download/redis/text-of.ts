import { isUtf8 } from "node:buffer";

/** A text that a table can hold; null for bytes that are none: not UTF-8, or with a zero among them, as binary formats have. */
export function textOf(bytes: Buffer): string | null {
  const text = bytes.toString("utf8");
  if (text.includes("\0") || (text.includes("\uFFFD") && !isUtf8(bytes))) return null;
  return text;
}
