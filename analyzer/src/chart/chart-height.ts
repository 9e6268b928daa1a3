import type { StatisticsDocument } from "../artifact/index.js";
import { chartFormOf } from "./chart-form.js";
import type { ChartDocuments, ChartView } from "./chart-types.js";
import { dotsHeight } from "./forms/dots.js";
import { railHeight } from "./forms/rail.js";
import { heightOfLevels, levelHeight } from "./levels/level-layout.js";
import { levelRows } from "./levels/level-rows.js";
import { isNarrow } from "./parts/is-narrow.js";
import { numericHeight } from "./zones/numeric-zones.js";

/**
 * Height of a feature's chart in px at a width, from the statistics alone: a page reserves it before the distribution is
 * loaded, and the chart keeps to it.
 */
export function chartHeight(statistics: StatisticsDocument, width: number): number {
  switch (chartFormOf(statistics)) {
    case "levels":
      return levelHeight(statistics, width);
    case "dots":
      return dotsHeight(statistics);
    case "rail":
      return railHeight(statistics);
    case "histogram":
      return numericHeight(statistics, width);
  }
}

/** Height of a chart in a view: another one than {@link chartHeight} only where all levels are shown. */
export function chartHeightOf(
  documents: ChartDocuments,
  view: Pick<ChartView, "width" | "allLevels">,
): number {
  const { statistics } = documents;
  if (!view.allLevels || chartFormOf(statistics) !== "levels") return chartHeight(statistics, view.width);
  return heightOfLevels(levelRows(documents, isNarrow(view.width), true), view.width);
}
