import { chartFormOf } from "./chart-form.js";
import { chartHeight } from "./chart-height.js";
import type { ChartDocuments, ChartView } from "./chart-types.js";
import { hasTwoLines, heightOfLevels } from "./levels/level-height.js";
import { levelRows } from "./levels/level-rows.js";

/** Height of a chart in a view: another one than {@link chartHeight} only where all levels are shown. */
export function chartHeightInView(
  documents: ChartDocuments,
  { width, allLevels }: Pick<ChartView, "width" | "allLevels">,
): number {
  const { statistics } = documents;
  if (!allLevels || chartFormOf(statistics) !== "levels") return chartHeight(statistics, width);
  return heightOfLevels(levelRows(documents, hasTwoLines(width), true), width);
}
