import type { StatisticsDocument } from "../../artifact/index.js";
import { levelCapacity, type LevelRow } from "./level-rows.js";

const HEAD = 20;
const HEAD_NARROW = 16;
const ROW = 24;
const ROW_NARROW = 40;
const LEAST_ROW = 18;
/** Air above the line of missing rows. */
const AIR = 8;
const FOOT = 2;

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
  reference: number;
  delta: { left: number; right: number } | null;
  index: number | null;
}

/** Height of a chart of levels, from the statistics alone. */
export function levelHeight(statistics: StatisticsDocument, width: number): number {
  const narrow = hasTwoLines(width);
  const { levels, other, missing } = levelCapacity(statistics, narrow);
  return heightOf(Math.max(1, levels + Number(other) + Number(missing)), missing, narrow);
}

function heightOf(rows: number, missing: boolean, narrow: boolean): number {
  return narrow ? rows * ROW_NARROW : HEAD + rows * ROW + (missing ? AIR : 0) + FOOT;
}

/** Height of a chart of exactly these lines. */
export function heightOfLevels(rows: readonly LevelRow[], width: number): number {
  return heightOf(rows.length, rows.at(-1)?.type === "missing", hasTwoLines(width));
}

/** Below this width the columns leave no room for bars: each level gets two lines. */
export function hasTwoLines(width: number): boolean {
  return width < 640;
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
  const head = narrow ? (hasNarrowHeads ? HEAD_NARROW : 0) : HEAD;
  const air = !narrow && rows.at(-1)?.type === "missing" ? AIR : 0;
  const free = (height - head - air - (narrow ? 0 : FOOT)) / Math.max(1, rows.length);
  const row = Math.max(LEAST_ROW, Math.min(narrow ? ROW_NARROW : ROW, free));
  const tops = rows.map(({ type }, i) => head + i * row + (type === "missing" ? air : 0));
  const base = { width, height, narrow, head, row, tops };
  if (narrow) {
    const current = compared ? width - 144 : width;
    return { ...base, barLeft: 0, barRight: width, current, reference: width - 64, delta: null, index: null };
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
