import type { StatisticsDocument } from "../../artifact/index.js";
import { levelCapacity } from "./level-capacity.js";
import type { LevelRow } from "./level-rows.js";

/** Heights in px: of the heads above the first line, of a line, of the air above that of missing rows, of the caption at the foot. */
export const HEIGHTS = { head: 20, narrowHead: 16, row: 24, narrowRow: 40, air: 8, foot: 22 } as const;

/** Height of a chart of levels, from the statistics alone. */
export function levelHeight(statistics: StatisticsDocument, width: number): number {
  const narrow = hasTwoLines(width);
  const { levels, other, missing } = levelCapacity(statistics, narrow);
  const compared = statistics.reference !== null;
  return heightOf(Math.max(1, levels + Number(other) + Number(missing)), { missing, narrow, compared });
}

function heightOf(
  rows: number,
  { missing, narrow, compared }: { missing: boolean; narrow: boolean; compared: boolean },
): number {
  const { head, row, narrowRow, air } = HEIGHTS;
  return narrow ? rows * narrowRow : head + rows * row + (missing ? air : 0) + footHeight(compared);
}

/** Height below the last line: of the caption, where there is something to compare with. */
export function footHeight(compared: boolean): number {
  return compared ? HEIGHTS.foot : 2;
}

/** Height of a chart of exactly these lines. */
export function heightOfLevels(rows: readonly LevelRow[], width: number): number {
  return heightOf(rows.length, {
    missing: rows.at(-1)?.type === "missing",
    narrow: hasTwoLines(width),
    compared: rows.some(({ reference }) => reference !== null),
  });
}

/** Below this width the columns leave no room for bars: each level gets two lines. */
export function hasTwoLines(width: number): boolean {
  return width < 640;
}
