import type { StatisticsDocument } from "../artifact/index.js";
import { type ChartForm, chartFormOf } from "./chart-form.js";
import type { ChartDocuments, ChartView } from "./chart-types.js";
import { dotsHeight } from "./dots/dots-height.js";
import { hasTwoLines, heightOfLevels, levelHeight } from "./levels/level-height.js";
import { levelRows } from "./levels/level-rows.js";
import { numericHeight } from "./zones/numeric-zones.js";
import { railHeight } from "./zones/rail-height.js";

/** Apart from the forms, so that a page can reserve a height without the code that draws. */
const HEIGHTS: Readonly<Record<ChartForm, (statistics: StatisticsDocument, width: number) => number>> = {
  histogram: numericHeight,
  dots: dotsHeight,
  rail: railHeight,
  levels: levelHeight,
  nothing: () => 0,
};

/**
 * Height of a feature's chart in px at a width, from the statistics alone: a page reserves it before the distribution is
 * loaded, and the chart keeps to it. 0 where there is nothing to draw.
 */
export function chartHeight(statistics: StatisticsDocument, width: number): number {
  return HEIGHTS[chartFormOf(statistics)](statistics, width);
}

/** Height of a chart in a view: another one than {@link chartHeight} only where all levels are shown. */
export function chartHeightOf(
  documents: ChartDocuments,
  { width, allLevels }: Pick<ChartView, "width" | "allLevels">,
): number {
  const { statistics } = documents;
  if (!allLevels || chartFormOf(statistics) !== "levels") return chartHeight(statistics, width);
  return heightOfLevels(levelRows(documents, hasTwoLines(width), true), width);
}
