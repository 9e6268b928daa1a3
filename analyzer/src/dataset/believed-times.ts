/**
 * The first and the last millisecond of times that rows are believed to be of: those of the years that ISO 8601 writes with four
 * digits and no sign, so that texts sort by time, but for 9999, of which a time means that there is no end.
 */
export const BELIEVED_TIMES = {
  first: Date.parse("0000-01-01T00:00:00.000Z"),
  last: Date.parse("9998-12-31T23:59:59.999Z"),
} as const;
