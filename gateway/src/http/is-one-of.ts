import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whether a secret is one of the given ones; takes the same time whichever it is, and whatever it shares with them. */
export function isOneOf(secret: string, secrets: readonly string[]): boolean {
  const given = digest(secret);
  let isFound = false;
  for (const each of secrets) isFound = timingSafeEqual(given, digest(each)) || isFound;
  return isFound;
}
