import type { TrendRun } from "./trend-run.js";

/** Neighbouring runs, by their places in the history; both ends belong to it. */
export interface Span {
  first: number;
  last: number;
}

/** Fewest runs that make a trend. */
export const LEAST = 2;
/** Runs that a narrow trend shows unless asked for others. */
const NARROW_RUNS = 30;

/** The runs that are shown at first: all, or the last 30 where there is little room. */
export function initialSpan(count: number, isNarrow: boolean): Span {
  return { first: isNarrow ? Math.max(0, count - NARROW_RUNS) : 0, last: count - 1 };
}

/**
 * A span over the same runs in a history that has grown; one that reached its end goes on to the new one.
 * @returns null where its runs are no longer there
 */
export function spanOfSame(
  { first, last }: Span,
  before: readonly TrendRun[],
  now: readonly TrendRun[],
): Span | null {
  const placeOf = (place: number): number => now.findIndex(({ row }) => row.run === before[place]?.row.run);
  const [start, end] = [placeOf(first), last === before.length - 1 ? now.length - 1 : placeOf(last)];
  return start < 0 || end <= start ? null : { first: start, last: end };
}

/** Moves one end of a span, so that it stays within the history and keeps its fewest runs. */
export function movedEnd({ first, last }: Span, end: keyof Span, to: number, count: number): Span {
  return end === "first"
    ? { first: Math.max(0, Math.min(to, last - LEAST + 1)), last }
    : { first, last: Math.min(count - 1, Math.max(to, first + LEAST - 1)) };
}

/** Moves a whole span, as far as the history reaches. */
export function movedSpan({ first, last }: Span, by: number, count: number): Span {
  const step = Math.max(-first, Math.min(by, count - 1 - last));
  return { first: first + step, last: last + step };
}
