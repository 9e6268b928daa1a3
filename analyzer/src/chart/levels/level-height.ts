import type { StatisticsDocument } from "../../artifact/index.js";
import { levelCapacity } from "./level-capacity.js";
import type { LevelRow } from "./level-rows.js";

/** Heights in px: of the heads above the first line, of a line, of the air above that of missing rows, of the foot. */
export const HEIGHTS = { head: 20, narrowHead: 16, row: 24, narrowRow: 40, air: 8, foot: 2 } as const;

/** Height of a chart of levels, from the statistics alone. */
export function levelHeight(statistics: StatisticsDocument, width: number): number {
  const narrow = hasTwoLines(width);
  const { levels, other, missing } = levelCapacity(statistics, narrow);
  return heightOf(Math.max(1, levels + Number(other) + Number(missing)), missing, narrow);
}

function heightOf(rows: number, missing: boolean, narrow: boolean): number {
  const { head, row, narrowRow, air, foot } = HEIGHTS;
  return narrow ? rows * narrowRow : head + rows * row + (missing ? air : 0) + foot;
}

/** Height of a chart of exactly these lines. */
export function heightOfLevels(rows: readonly LevelRow[], width: number): number {
  return heightOf(rows.length, rows.at(-1)?.type === "missing", hasTwoLines(width));
}

/** Below this width the columns leave no room for bars: each level gets two lines. */
export function hasTwoLines(width: number): boolean {
  return width < 640;
}
