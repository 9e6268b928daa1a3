import { DAY, type HistoryRow } from "@featurescope/analyzer/artifact";
import { type State, stateOf } from "../parts/state.js";

/** A run with its place in time; times are milliseconds since 1970. */
export interface TrendRun {
  row: HistoryRow;
  /** Its place among all runs of the history, from 0. */
  index: number;
  state: State;
  /** What it was measured against. A run that broke before it could tell counts to the one before it. */
  referenceId: string | null;
  /** Its window; without one, around the time of writing as far as the next run usually is. */
  start: number;
  end: number;
  /** Where it is drawn: the middle of the two. */
  at: number;
}

/** The rows of a history, in time order, as runs. */
export function trendRuns(rows: readonly HistoryRow[]): readonly TrendRun[] {
  const half = usualGap(rows) / 2;
  let referenceId: string | null = null;
  return rows.map((row, index) => {
    const state = stateOf(row);
    referenceId = row.referenceId ?? (state === "broken" ? referenceId : null);
    const start = row.window === null ? Date.parse(row.createdAt) - half : Date.parse(row.window.start);
    const end = row.window === null ? start + 2 * half : Date.parse(row.window.end);
    return { row, index, state, referenceId, start, end, at: (start + end) / 2 };
  });
}

/** Median time from one run to the next, in milliseconds; a day where there is none. */
export function usualGap(rows: readonly HistoryRow[]): number {
  const ends = rows.map(({ window, createdAt }) => Date.parse(window?.end ?? createdAt));
  const gaps = ends.slice(1).map((end, i) => end - ends[i]!);
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] || DAY;
}
