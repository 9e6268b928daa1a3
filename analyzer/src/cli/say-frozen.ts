import { DAY, type Window } from "../artifact/index.js";
import { formatCount, formatWindow, LEAST_ROWS } from "../drift/index.js";

/** Rows older than that are seldom what a run should be compared with. */
const LONG_AGO = 366 * DAY;

/**
 * What people should know of a reference when it is frozen, rather than of every run that is compared with it: that its rows are too few
 * to judge, or of long ago; a sentence each.
 * @param window of its rows, where it is known
 */
export function sayFrozen(rows: number, window: Window | null, now: number): string[] {
  const said: string[] = [];
  if (rows < LEAST_ROWS)
    said.push(
      `no run's index will be judged against ${formatCount(rows, "en")} row${rows === 1 ? "" : "s"}: ${LEAST_ROWS} are needed; freeze more`,
    );
  if (window !== null && Date.parse(window.end) < now - LONG_AGO)
    said.push(
      `the rows are of more than a year ago (${formatWindow(window, "en")}): runs will show all that has changed since; where that is not meant, freeze newer ones`,
    );
  return said;
}
