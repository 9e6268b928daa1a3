import { chartFormOf } from "./chart-form.js";
import type { ChartDocuments, ChartView } from "./chart-types.js";
import { dotColumns } from "./forms/dot-columns.js";
import { levelRows } from "./levels/level-rows.js";
import { isNarrow } from "./parts/is-narrow.js";
import { railRows } from "./zones/rail-rows.js";

/** How many bins, columns or lines a cursor can stand on; its places are 0 to one less. */
export function binCount(documents: ChartDocuments, view: Pick<ChartView, "width" | "allLevels">): number {
  const { statistics, distribution } = documents;
  switch (chartFormOf(statistics)) {
    case "levels":
      return levelRows(documents, isNarrow(view.width), view.allLevels).length;
    case "dots":
      return dotColumns(documents).length;
    case "rail":
      return railRows(distribution).length;
    case "histogram":
      return distribution.histogram?.current.counts.length ?? 0;
  }
}
