import { DAY, HOUR, MINUTE, SECOND } from "../../artifact/index.js";

const STEPS = [1, 5, 15, 30]
  .map((count) => count * SECOND)
  .concat([1, 5, 15, 30].map((count) => count * MINUTE))
  .concat([1, 3, 6, 12].map((count) => count * HOUR))
  .concat([1, 2, 7, 14].map((count) => count * DAY));
const MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
/** Monday, 5 January 1970. */
const MONDAY = 4 * DAY;

/** Ticks of a time axis in UTC. */
export interface TimeTicks {
  /** Milliseconds since 1970. */
  values: number[];
  /** The coarsest unit that tells neighbouring ticks apart. */
  unit: "second" | "minute" | "day" | "month" | "year";
}

/**
 * Round times from low to high in UTC: whole seconds to years, weeks from Monday.
 * @param most how many at most, 1 or more
 */
export function timeTicks(low: number, high: number, most: number): TimeTicks {
  for (const step of STEPS) {
    const offset = step >= 7 * DAY ? MONDAY : 0;
    const first = Math.ceil((low - offset) / step);
    const last = Math.floor((high - offset) / step);
    if (last - first + 1 > most) continue;
    const values = Array.from({ length: last - first + 1 }, (_, i) => offset + (first + i) * step);
    return { values, unit: step < MINUTE ? "second" : step < DAY ? "minute" : "day" };
  }
  const [first, last] = [monthOf(low - 1) + 1, monthOf(high)];
  const before = (months: number): number => Math.ceil(first / months);
  const count = (months: number): number => Math.floor(last / months) - before(months) + 1;
  const step = MONTHS.find((months) => count(months) <= most) ?? 1200;
  const values = Array.from({ length: count(step) }, (_, i) => Date.UTC(0, (before(step) + i) * step));
  return { values, unit: step < 12 ? "month" : "year" };
}

/** Months since 1900, from where `Date.UTC` counts them. */
function monthOf(time: number): number {
  const date = new Date(time);
  return (date.getUTCFullYear() - 1900) * 12 + date.getUTCMonth();
}
