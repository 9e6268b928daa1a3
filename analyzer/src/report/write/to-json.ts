import { FeaturescopeError } from "../../artifact/index.js";

function findNonFinite(value: unknown, path: string): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : path;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = findNonFinite(part, `${path}/${name}`);
    if (found !== null) return found;
  }
  return null;
}

/**
 * A document as the bytes of its file: keys in the order in which they were set, numbers in the shortest form that
 * reads back to the same value (−0 as 0), one line, a line feed at the end. The same document always gives the same text.
 *
 * @throws FeaturescopeError `unexpected` on NaN or an infinity, which JSON would silently turn into null
 */
export function toJson(document: unknown): string {
  const nonFinite = findNonFinite(document, "");
  if (nonFinite !== null) {
    throw new FeaturescopeError("unexpected", `expected finite numbers only, found another at ${nonFinite}`);
  }
  return `${JSON.stringify(document)}\n`;
}
