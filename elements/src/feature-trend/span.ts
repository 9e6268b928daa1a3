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
