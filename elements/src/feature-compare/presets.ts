import { type HistoryRow, type StatisticsDocument, WEEK } from "@featurescope/analyzer/artifact";
import { rowsUntil } from "../controllers/load-feature.js";

/** Runs that a run is often compared with; null where the history has none. */
export interface Presets {
  previous: string | null;
  /**
   * The run of the same window a week before; undefined where windows last a week or longer, so that there can be no other than
   * the previous one.
   */
  lastWeek: string | null | undefined;
}

/**
 * Finds both in a feature's history.
 * @param history in time order, oldest first; of several runs of one window the last counts
 */
export function presetsOf(history: readonly HistoryRow[], current: StatisticsDocument): Presets {
  const before = rowsUntil(history, current).filter(({ run }) => run !== current.run);
  const isOtherWindow = ({ window }: HistoryRow): boolean =>
    window === null || window.end !== current.window?.end || window.start !== current.window.start;
  const weekBefore = current.window && Date.parse(current.window.end) - WEEK;
  const length = current.window && lengthOf(current.window);
  const sameWindow = before.findLast(
    ({ window }) => window !== null && Date.parse(window.end) === weekBefore && lengthOf(window) === length,
  );
  return {
    previous: before.findLast(isOtherWindow)?.run ?? null,
    lastWeek: length !== null && length >= WEEK ? undefined : (sameWindow?.run ?? null),
  };
}

function lengthOf({ start, end }: { start: string; end: string }): number {
  return Date.parse(end) - Date.parse(start);
}
