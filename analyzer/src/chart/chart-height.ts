import type { StatisticsDocument } from "../artifact/index.js";
import { chartFormOf } from "./chart-form.js";
import type { ChartDocuments, ChartView } from "./chart-types.js";
import { formOf } from "./forms/form-of.js";
import { hasTwoLines, heightOfLevels } from "./levels/level-layout.js";
import { levelRows } from "./levels/level-rows.js";

/**
 * Height of a feature's chart in px at a width, from the statistics alone: a page reserves it before the distribution is
 * loaded, and the chart keeps to it. 0 where there is nothing to draw.
 */
export function chartHeight(statistics: StatisticsDocument, width: number): number {
  return formOf(statistics).height(statistics, width);
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
