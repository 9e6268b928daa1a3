import type { DatasetSummary } from "../artifact/index.js";

/** A sentence for a person where rows of a source were left out; none where none were. */
export function saySkipped({
  source,
  skippedRows,
}: Pick<DatasetSummary, "source" | "skippedRows">): string[] {
  if (skippedRows === 0) return [];
  const [rows, were, they] = skippedRows === 1 ? ["row", "was", "it has"] : ["rows", "were", "they have"];
  return [`${skippedRows} ${rows} of ${source} ${were} left out: ${they} too many or too few values`];
}
