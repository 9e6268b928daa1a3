/** The first and the last millisecond of the years that ISO 8601 writes with four digits and no sign, so that texts sort by time. */
export const FOUR_DIGIT_YEARS = {
  first: Date.parse("0000-01-01T00:00:00.000Z"),
  last: Date.parse("9999-12-31T23:59:59.999Z"),
} as const;
