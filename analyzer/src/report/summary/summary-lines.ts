import type { ManifestFeature } from "../../artifact/index.js";
import { formatIndex } from "../../drift/index.js";
import { nameColumn } from "./name-column.js";
import { summaryTable } from "./summary-table.js";

interface Line {
  glyph: string;
  feature: string;
  populationStabilityIndex: number | null;
  finding: string;
}

/**
 * The features to look at first as lines for a terminal: shape, name, index, finding; then how many more there are.
 * Features that stayed as they were are left out.
 */
export function summaryLines(features: readonly ManifestFeature[], limit: number): string[] {
  const moved = features.filter(({ verdict }) => verdict !== "stable");
  const first = summaryTable(moved).slice(0, limit).objects() as Line[];
  const names = nameColumn(first.map(({ feature }) => feature));
  const lines = first.map(({ glyph, populationStabilityIndex: index, finding }, i) =>
    [glyph, names[i], index === null ? "–   " : formatIndex(index, "en"), finding].join("  "),
  );
  const more = moved.length - first.length;
  return more === 0 ? lines : [...lines, `and ${more} more, in summary.md`];
}
