import { createHash } from "node:crypto";

/** What an entity tag says of a content, without quotes: 132 bits of its SHA-256. */
export function tagOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 22);
}
