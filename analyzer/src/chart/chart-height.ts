import type { StatisticsDocument } from "../artifact/index.js";
import { type ChartForm, chartFormOf } from "./chart-form.js";
import { dotsHeight } from "./dots/dots-height.js";
import { levelHeight } from "./levels/level-height.js";
import { sentenceHeight } from "./sentence-height.js";
import { numericHeight } from "./zones/numeric-zones.js";
import { railHeight } from "./zones/rail-height.js";

/** Apart from the forms, so that a page can reserve a height without the code that draws. */
const HEIGHTS: Readonly<Record<ChartForm, (statistics: StatisticsDocument, width: number) => number>> = {
  histogram: numericHeight,
  dots: dotsHeight,
  rail: railHeight,
  levels: levelHeight,
  sentence: (_, width) => sentenceHeight(width),
  nothing: () => 0,
};

/**
 * Height of a feature's chart in px at a width, from the statistics alone: a page reserves it before the distribution is
 * loaded, and the chart keeps to it. 0 where there is nothing to draw.
 */
export function chartHeight(statistics: StatisticsDocument, width: number): number {
  return HEIGHTS[chartFormOf(statistics)](statistics, width);
}
