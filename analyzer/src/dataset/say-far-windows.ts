import { DAY } from "../artifact/index.js";
import { formatCount, formatDate } from "../drift/index.js";
import { firstFew } from "../first-few.js";

/** A window of a length that all have, with rows. */
export interface FoundWindow {
  /** Where it begins, in milliseconds since 1970. */
  start: number;
  rows: number;
}

/** Between windows of one table, as long without a row tells of a stand-in such as 1900-01-01. */
const LONG_GAP = 3653 * DAY;

/** The last moment that JavaScript's calendar has, in milliseconds since 1970; the first lies as far before. */
const LAST_MOMENT = 8.64e15;

/** Days that are told by name. */
const MOST_TOLD = 3;

/**
 * What people should know of windows that lie apart from the others or ahead of now, and of rows that are in none for that; a sentence
 * each.
 * @param name of the column of times
 * @param windows that runs are made of, ascending
 * @param far others, whose rows are left out
 */
export function sayFarWindows(
  name: string,
  { windows, far }: { windows: readonly FoundWindow[]; far: readonly FoundWindow[] },
  now: number,
): string[] {
  const said: string[] = [];
  if (far.length > 0)
    said.push(
      `left out for a time in ${name} before the year 0 or more than a year from now: ${sayWindows(far)}; a window that reaches so far is to be named by --window`,
    );
  const early = earlyOf(windows);
  if (early.length > 0)
    said.push(
      `rows whose ${name} is ten years or more before that of all others make runs of their own: ${sayWindows(early)}; where it stands for a missing time, leave it out by --window`,
    );
  const ahead = windows.filter(({ start }) => start > now);
  if (ahead.length > 0)
    said.push(
      `rows whose ${name} lies in the future make runs of their own: ${sayWindows(ahead)}; until then, the last is shown as the newest. Look whether it is in UTC, or leave it out by --window`,
    );
  return said;
}

/** Those before the last long gap; none where they have most of the rows. */
function earlyOf(windows: readonly FoundWindow[]): readonly FoundWindow[] {
  const first = windows.findLastIndex(({ start }, i) => i > 0 && start - windows[i - 1]!.start >= LONG_GAP);
  const [early, others] = [windows.slice(0, Math.max(0, first)), windows.slice(Math.max(0, first))];
  return rowsOf(early) < rowsOf(others) ? early : [];
}

/** Their rows and days: "3 (1 Jan 1900, 31 Dec 2099)". */
function sayWindows(windows: readonly FoundWindow[]): string {
  const days = [...new Set(windows.map(({ start }) => sayDay(start)))];
  return `${formatCount(rowsOf(windows), "en")} (${firstFew(days, MOST_TOLD, " and others")})`;
}

function sayDay(time: number): string {
  return Math.abs(time) > LAST_MOMENT ? "beyond any calendar" : formatDate(time, "en");
}

function rowsOf(windows: readonly FoundWindow[]): number {
  return windows.reduce((sum, { rows }) => sum + rows, 0);
}
