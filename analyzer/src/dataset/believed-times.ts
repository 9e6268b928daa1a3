import { DAY, type Window } from "../artifact/index.js";

/**
 * The first and the last millisecond of times that rows are believed to be of: those of the years that ISO 8601 writes with four
 * digits and no sign, so that texts sort by time, but for 9999, of which a time means that there is no end.
 */
export const BELIEVED_TIMES = {
  first: Date.parse("0000-01-01T00:00:00.000Z"),
  last: Date.parse("9998-12-31T23:59:59.999Z"),
} as const;

/** Rows that are there tell of nothing later: so far ahead, a time stands for one that is missing or has no end, or is mistyped. */
const MOST_AHEAD = 366 * DAY;

/**
 * The last millisecond that a window of rows may begin at: a year from now, or later where a window that reaches further was asked for. A
 * later one would be its pipeline's newest run until then.
 */
export function lastBelieved(asked: Window | undefined, now: number): number {
  const end = asked === undefined ? -Infinity : Date.parse(asked.end);
  return Math.min(BELIEVED_TIMES.last, Math.max(now + MOST_AHEAD, end));
}
