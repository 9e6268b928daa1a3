/** A JSON object on one line, its numbers to the last digit; null for any other text. */
export function jsonObjectLine(text: string): string | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{")) return null;
  try {
    JSON.parse(trimmed);
  } catch {
    return null;
  }
  // Line ends stand between values only: within them JSON writes \n.
  return trimmed.replace(/[\r\n]+/g, " ");
}
