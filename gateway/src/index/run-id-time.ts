const COMPACT = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)z/;

/**
 * The time that a run id begins with, as ids do unless they are given: the end of the run's window. Only a hint.
 * In milliseconds since 1970; null for other ids.
 */
export function runIdTime(run: string): number | null {
  const match = COMPACT.exec(run);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match.map(Number);
  return Date.UTC(year!, month! - 1, day, hour, minute, second);
}
