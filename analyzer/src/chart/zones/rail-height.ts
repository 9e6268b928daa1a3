import type { StatisticsDocument } from "../../artifact/index.js";
import { indexSummary } from "./index-summary.js";
import { RAIL_HEAD, RAIL_ROW } from "./numeric-zones.js";
import { railRowCount } from "./rail-rows.js";

/** Of the line that says the index and its shares. */
const INDEX = 36;

/** Height of a rail that is the whole chart. */
export function railHeight(statistics: StatisticsDocument): number {
  const index = indexSummary(statistics) === null ? 0 : INDEX;
  return RAIL_HEAD + Math.max(1, railRowCount(statistics)) * RAIL_ROW + index + 4;
}
