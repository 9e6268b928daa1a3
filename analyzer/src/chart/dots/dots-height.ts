import type { StatisticsDocument } from "../../artifact/index.js";
import { RAIL_HEAD, RAIL_ROW } from "../zones/numeric-zones.js";
import { railRowCount } from "../zones/rail-rows.js";

/** Heights in px: of the caption with the counts under it, of the axis, and of what is free below the rail. */
export const CAPTION = 40;
export const AXIS = 22;
export const RAIL_GAP = 14;
const DOTS = 150;

/** Height of a chart of dots. */
export function dotsHeight(statistics: StatisticsDocument): number {
  const rail = railRowCount(statistics);
  return (rail === 0 ? 0 : RAIL_HEAD + rail * RAIL_ROW + RAIL_GAP) + CAPTION + DOTS + AXIS;
}
