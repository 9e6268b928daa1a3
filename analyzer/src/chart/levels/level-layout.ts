import { footHeight, hasTwoLines, HEIGHTS } from "./level-height.js";
import type { LevelRow } from "./level-rows.js";

/** Lines come no closer, in px. */
const LEAST_ROW = 18;
/** Width in px from which a narrow line has room for the reference's share beside a label and its tag. */
const LEAST_WITH_REFERENCE = 310;

/** Where the columns and lines of a chart of levels are, in px of the chart zone; figures are set to the right. */
export interface LevelLayout {
  width: number;
  height: number;
  narrow: boolean;
  /** Height of the heads above the first line; 0 for none. */
  head: number;
  row: number;
  /** Top of each line. */
  tops: number[];
  barLeft: number;
  barRight: number;
  current: number;
  /** Null where only the bars' ticks have room for the reference. */
  reference: number | null;
  delta: { left: number; right: number } | null;
  index: number | null;
}

/** Font size of labels and figures. */
export const SIZE = 13;

/** Baseline of a line's label and figures. */
export function baselineOf({ narrow }: LevelLayout, line: { top: number; middle: number }): number {
  return narrow ? line.top + 13 : line.middle + 4;
}

/** What decides where lines and columns are. */
export interface LevelRoom {
  width: number;
  height: number;
  /** Whether there is a reference. */
  compared: boolean;
  /** Whether shares of the index are shown. */
  hasIndex: boolean;
  /** Whether narrow columns need heads, as their figures are without units. */
  hasNarrowHeads: boolean;
}

/** Places lines and columns. Lines come closer where there are more than the height was made for. */
export function levelLayout(rows: readonly LevelRow[], room: LevelRoom): LevelLayout {
  const { width, height, compared, hasIndex, hasNarrowHeads } = room;
  const narrow = hasTwoLines(width);
  const head = narrow ? (hasNarrowHeads ? HEIGHTS.narrowHead : 0) : HEIGHTS.head;
  const air = !narrow && rows.at(-1)?.type === "missing" ? HEIGHTS.air : 0;
  const free = (height - head - air - (narrow ? 0 : footHeight(compared))) / Math.max(1, rows.length);
  const row = Math.max(LEAST_ROW, Math.min(narrow ? HEIGHTS.narrowRow : HEIGHTS.row, free));
  const tops = rows.map(({ type }, i) => head + i * row + (type === "missing" ? air : 0));
  const base = { width, height, narrow, head, row, tops };
  if (narrow) {
    const hasReference = width >= LEAST_WITH_REFERENCE;
    const current = compared ? width - (hasReference ? 144 : 64) : width;
    const reference = hasReference ? width - 64 : null;
    return { ...base, barLeft: 0, barRight: width, current, reference, delta: null, index: null };
  }
  const current = compared ? width - 254 : width;
  return {
    ...base,
    barLeft: 182,
    barRight: current - 68,
    current,
    reference: compared ? width - 186 : width,
    delta: compared ? { left: width - 174, right: width - 58 } : null,
    index: compared && hasIndex ? width : null,
  };
}
