import { DAY, HOUR, MINUTE } from "@featurescope/analyzer/artifact";
import type { Duration } from "./overdue-words.js";

/** An age as it is said beside a verdict: whole minutes below two hours, hours below three days, else days. */
export function ageOf(milliseconds: number): Duration {
  if (milliseconds < 2 * HOUR) return { count: Math.floor(milliseconds / MINUTE), unit: "minute" };
  if (milliseconds < 3 * DAY) return { count: Math.floor(milliseconds / HOUR), unit: "hour" };
  return { count: Math.floor(milliseconds / DAY), unit: "day" };
}

/** A step from run to run in the largest unit of which it is a whole number, more or less: a month has 28 to 31 days. */
export function stepOf(milliseconds: number): Duration {
  const days = Math.round(milliseconds / DAY);
  if (days >= 28 && days <= 31) return { count: 1, unit: "month" };
  if (days >= 7 && days % 7 === 0) return { count: days / 7, unit: "week" };
  if (milliseconds >= 0.95 * DAY) return { count: days, unit: "day" };
  if (milliseconds >= 0.95 * HOUR) return { count: Math.round(milliseconds / HOUR), unit: "hour" };
  return { count: Math.max(1, Math.round(milliseconds / MINUTE)), unit: "minute" };
}
