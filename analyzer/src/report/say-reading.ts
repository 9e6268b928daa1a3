import type { DatasetSummary } from "../artifact/index.js";

/** What a person should be told of how a source was read, a sentence each: where rows were left out, and its notes. */
export function sayReading({
  source,
  skippedRows,
  notes,
}: Pick<DatasetSummary, "source" | "skippedRows"> & { notes: readonly string[] }): string[] {
  const said = notes.map((note) => (note.startsWith(source) ? note : `${source}: ${note}`));
  if (skippedRows === 0) return said;
  const [rows, were, they] = skippedRows === 1 ? ["row", "was", "it has"] : ["rows", "were", "they have"];
  return [
    `${skippedRows} ${rows} of ${source} ${were} left out: ${they} too many or too few values`,
    ...said,
  ];
}
