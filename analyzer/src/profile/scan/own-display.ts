import { quantile } from "../../statistics/quantile.js";
import { BINS, type DisplayEdges, displayEdges } from "../shape/display-edges.js";
import type { NumberScan } from "./number-scan.js";

/** Quantiles at the ends of the display range. */
export const DISPLAY_ENDS = [0.001, 0.999] as const;
/** Those where the first ones lie so far out that the middle half would be lost in one bin. */
const CLOSER_ENDS = [0.05, 0.95] as const;
/** Fewer, as all of them have many rows: counts of many digits would make a profile of 100 million rows larger than 20 kB. */
const CLOSER_BINS = 40;

/** Scale and edges of the display bins of a column's own values, that are no points. @param shown one value at least */
export function ownDisplay(
  kind: "numeric" | "datetime",
  shown: Pick<NumberScan, "summary" | "valueAt">,
  integer: boolean,
): DisplayEdges {
  const { count, min, max } = shown.summary;
  const at = (level: number): number => quantile(count, level, shown.valueAt) ?? min;
  const between = ([low, high]: readonly [number, number], bins: number): DisplayEdges =>
    displayEdges(kind, { integer, min, low: at(low), median: at(0.5), high: at(high), max }, bins);
  const display = between(DISPLAY_ENDS, BINS);
  const middle = at(0.75) - at(0.25);
  const width = (display.edges.at(-1)! - display.edges[0]!) / BINS;
  const isLost = display.scale === "linear" && middle > 0 && middle < width;
  return isLost ? between(CLOSER_ENDS, CLOSER_BINS) : display;
}
