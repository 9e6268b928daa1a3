/** DuckDB's first line that tells a person something, without its lists of options. */
export function firstSentence(message: string): string {
  return message.replace(/^[A-Za-z ]*Error: /, "").split("\n")[0] ?? "";
}
