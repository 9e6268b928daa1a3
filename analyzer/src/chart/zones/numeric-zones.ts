import type { StatisticsDocument } from "../../artifact/index.js";
import { rowsOutsidePoints } from "../chart-form.js";
import { isNarrow } from "../parts/is-narrow.js";
import { indexSummary } from "./index-summary.js";
import { railRowCount } from "./rail-rows.js";

/** Height of a line of the rail, and of the heads above the first. */
export const RAIL_ROW = 20;
export const RAIL_HEAD = 16;

/** Which zones a histogram has below it. The statistics alone decide, so that the height is known before the distribution is. */
export interface NumericZones {
  /** Quantile strips. */
  current: boolean;
  reference: boolean;
  /** Difference strip; both sides have rows. */
  difference: boolean;
  /** Index lane. */
  lane: boolean;
}

/** Heights in px, space below included. */
interface NumericHeights {
  /** Rail of two lines, histogram with its caption, axis. */
  base: number;
  /** Below the rail. */
  railGap: number;
  /** One line of caption, above what it belongs to. */
  caption: number;
  strip: number;
  stripsGap: number;
  difference: number;
  differenceGap: number;
  laneCaption: number;
  lane: number;
  axis: number;
}

const WIDE: NumericHeights = {
  base: 332,
  railGap: 14,
  caption: 24,
  strip: 17,
  stripsGap: 8,
  difference: 70,
  differenceGap: 10,
  laneCaption: 19,
  lane: 20,
  axis: 22,
};
const NARROW: NumericHeights = {
  ...WIDE,
  base: 276,
  railGap: 12,
  caption: 22,
  stripsGap: 4,
  difference: 54,
  differenceGap: 8,
};
/** Between histogram and strips. */
export const HISTOGRAM_GAP = 12;
/** Lines of the rail up to which the histogram gives them of its own height. */
const RAIL_ROWS_INSIDE = 5;

/** Heights of zones at a width. */
export function numericHeights(width: number): NumericHeights {
  return isNarrow(width) ? NARROW : WIDE;
}

/** Which zones a feature's histogram has; a card has no quantile strips and no index lane. */
export function numericZones(statistics: StatisticsDocument, isCard = false): NumericZones {
  const { reference, drift } = statistics;
  const compared = drift !== null && statistics.rows > 0 && (reference?.rows ?? 0) > 0;
  return {
    current: !isCard && rowsOutsidePoints(statistics) > 0,
    reference: !isCard && reference !== null && rowsOutsidePoints(reference) > 0,
    difference: compared,
    lane: !isCard && compared && indexSummary(statistics) !== null,
  };
}

/** Height of a numeric chart with a histogram. Lines of the rail up to five take their height from the histogram. */
export function numericHeight(statistics: StatisticsDocument, width: number, isCard = false): number {
  const zones = numericZones(statistics, isCard);
  const heights = numericHeights(width);
  return (
    heights.base +
    (zones.current ? heights.strip : 0) +
    (zones.reference ? heights.strip : 0) +
    (zones.difference ? heights.difference + heights.differenceGap : 0) +
    (zones.lane ? heights.laneCaption + heights.lane : 0) +
    Math.max(0, railRowCount(statistics) - RAIL_ROWS_INSIDE) * RAIL_ROW
  );
}
