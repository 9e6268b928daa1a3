import type { StatisticsDocument } from "../../artifact/index.js";
import type { ChartView } from "../chart-types.js";
import { isNarrow } from "../parts/is-narrow.js";
import {
  HISTOGRAM_GAP,
  numericHeight,
  numericHeights,
  numericZones,
  RAIL_HEAD,
  RAIL_ROW,
} from "./numeric-zones.js";

/** Height of a line of the caption, in px. */
export const CAPTION_LINE = 16;
/** Between the axis' end and a bin of what lies beyond it. */
const TAIL_GAP = 6;

/** A span in px. */
interface Span {
  top: number;
  bottom: number;
}

/** Where the zones of a numeric chart are, in px of the chart zone. */
export interface NumericLayout {
  width: number;
  height: number;
  narrow: boolean;
  /** End of the gutter that all zones share. */
  left: number;
  /** Ends of the x axis; under- and overflow are drawn between them and `left` and `width`. */
  plotLeft: number;
  plotRight: number;
  tailWidth: number;
  rail: Span;
  /** Top of the caption above the histogram. */
  caption: number;
  histogram: Span;
  /** Top of the first quantile strip. */
  strips: number;
  stripHeight: number;
  difference: Span | null;
  /** Top of the caption above the index lane. */
  laneCaption: number;
  lane: Span | null;
  axis: number;
}

/** What the distribution adds to the statistics. */
export interface NumericExtent {
  railRows: number;
  hasUnderflow: boolean;
  hasOverflow: boolean;
  captionRows: number;
}

/** Stacks the zones; the histogram takes what height the others leave. */
export function numericLayout(
  statistics: StatisticsDocument,
  { railRows, hasUnderflow, hasOverflow, captionRows }: NumericExtent,
  { width, isCard = false }: Pick<ChartView, "width" | "isCard">,
): NumericLayout {
  const narrow = isNarrow(width);
  const heights = numericHeights(width);
  const zones = numericZones(statistics, isCard);
  const height = numericHeight(statistics, width, isCard);
  const left = narrow ? 48 : 96;
  const tailWidth = narrow ? 10 : 14;
  const rail = { top: 0, bottom: railRows === 0 ? 0 : RAIL_HEAD + railRows * RAIL_ROW };
  const caption = rail.bottom + (railRows === 0 ? 0 : heights.railGap);

  const axis = height - heights.axis;
  const lane = zones.lane ? { top: axis - heights.lane, bottom: axis - heights.lane + 15 } : null;
  const laneCaption = axis - heights.lane - heights.laneCaption;
  const differenceBottom = (zones.lane ? laneCaption : axis) - heights.differenceGap;
  const difference = zones.difference
    ? { top: differenceBottom - heights.difference, bottom: differenceBottom }
    : null;
  const strips = Number(zones.current) + Number(zones.reference);
  const stripsTop =
    (difference?.top ?? (zones.lane ? laneCaption : axis)) - heights.stripsGap - strips * heights.strip;
  return {
    width,
    height,
    narrow,
    left,
    plotLeft: left + (hasUnderflow ? tailWidth + TAIL_GAP : 0),
    plotRight: width - (hasOverflow ? tailWidth + TAIL_GAP : 0),
    tailWidth,
    rail,
    caption,
    histogram: {
      top: caption + heights.caption + (captionRows - 1) * CAPTION_LINE,
      bottom: stripsTop - HISTOGRAM_GAP,
    },
    strips: stripsTop,
    stripHeight: heights.strip,
    difference,
    laneCaption,
    lane,
    axis,
  };
}
