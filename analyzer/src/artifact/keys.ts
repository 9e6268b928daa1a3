/** Hex SHA-256 of a text's UTF-8 bytes; passed in, so that this module runs anywhere. */
export type Sha256 = (text: string) => string;

const SAFE = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,119}$/;
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function isOwnKey(name: string): boolean {
  return SAFE.test(name) && !name.endsWith(".") && !WINDOWS_DEVICE.test(name);
}

function hashedKey(name: string, sha256: Sha256): string {
  const safe = name.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "");
  return `${safe.slice(0, 60)}~${sha256(name).slice(0, 12)}`;
}

/**
 * The safe name of a feature or pipeline in paths and addresses. A harmless name is its own key; any other
 * becomes `<its safe part, 60 at most>~<12 hex digits of SHA-256 of the name>`.
 * For several features use {@link keysOf}, which also tells twins apart that differ only in case.
 */
export function keyOf(name: string, sha256: Sha256): string {
  return isOwnKey(name) ? name : hashedKey(name, sha256);
}

/** Keys of all features of a report, by name. Names that differ only in case get hashed keys. */
export function keysOf(names: readonly string[], sha256: Sha256): Map<string, string> {
  const folded = new Map<string, number>();
  for (const name of new Set(names)) {
    const lower = name.toLowerCase();
    folded.set(lower, (folded.get(lower) ?? 0) + 1);
  }
  const keys = new Map<string, string>();
  for (const name of names) {
    const hasTwin = (folded.get(name.toLowerCase()) ?? 0) > 1;
    keys.set(name, hasTwin ? hashedKey(name, sha256) : keyOf(name, sha256));
  }
  return keys;
}
