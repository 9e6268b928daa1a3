/** Half of a character alone, which no file can hold. */
const HALF = /\p{Surrogate}/u;

/**
 * A JSON object on one line, its numbers to the last digit; null for any other text, and where half of a character is written in
 * it (`"\ud800"`).
 */
export function jsonObjectLine(text: string): string | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{")) return null;
  let isWhole = true;
  const look = (name: string, value: unknown): unknown => {
    if (HALF.test(name) || (typeof value === "string" && HALF.test(value))) isWhole = false;
    return value;
  };
  try {
    JSON.parse(trimmed, /\\ud[89a-f]/i.test(trimmed) ? look : undefined);
  } catch {
    return null;
  }
  // Line ends stand between values only: within them JSON writes \n.
  return isWhole ? trimmed.replace(/[\r\n]+/g, " ") : null;
}
