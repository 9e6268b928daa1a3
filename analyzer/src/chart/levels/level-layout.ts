import type { StatisticsDocument } from "../../artifact/index.js";
import { isNarrow } from "../parts/is-narrow.js";
import { levelCapacity, type LevelRow } from "./level-rows.js";

const HEAD = 20;
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
  const narrow = isNarrow(width);
  const { levels, other, missing } = levelCapacity(statistics, narrow);
  return heightOf(Math.max(1, levels + Number(other) + Number(missing)), missing, narrow);
}

function heightOf(rows: number, missing: boolean, narrow: boolean): number {
  return narrow ? rows * ROW_NARROW : HEAD + rows * ROW + (missing ? AIR : 0) + FOOT;
}

/** Height of a chart of exactly these lines. */
export function heightOfLevels(rows: readonly LevelRow[], width: number): number {
  return heightOf(rows.length, rows.at(-1)?.type === "missing", isNarrow(width));
}

/**
 * Places lines and columns. Lines come closer where there are more than the height was made for.
 * @param compared whether there is a reference
 */
export function levelLayout(
  rows: readonly LevelRow[],
  {
    width,
    height,
    compared,
    hasIndex,
  }: { width: number; height: number; compared: boolean; hasIndex: boolean },
): LevelLayout {
  const narrow = isNarrow(width);
  const hasMissing = rows.at(-1)?.type === "missing";
  const head = narrow ? 0 : HEAD;
  const air = narrow || !hasMissing ? 0 : AIR;
  const row = Math.max(
    LEAST_ROW,
    Math.min(
      narrow ? ROW_NARROW : ROW,
      (height - head - air - (narrow ? 0 : FOOT)) / Math.max(1, rows.length),
    ),
  );
  const tops = rows.map(({ type }, i) => head + i * row + (type === "missing" ? air : 0));
  if (narrow)
    return {
      width,
      height,
      narrow,
      row,
      tops,
      barLeft: 0,
      barRight: width,
      current: compared ? width - 142 : width,
      reference: width - 62,
      delta: null,
      index: null,
    };
  const index = compared && hasIndex ? width : null;
  const delta = compared ? { left: width - 170, right: width - 60 } : null;
  const reference = compared ? width - 182 : width;
  const current = compared ? width - 250 : width;
  return {
    width,
    height,
    narrow,
    row,
    tops,
    barLeft: 182,
    barRight: current - 68,
    current,
    reference,
    delta,
    index,
  };
}
