import { DAY, HOUR, MINUTE, SECOND } from "../../artifact/index.js";

const MONTH = 30.44 * DAY;
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
  const step = MONTHS.find((months) => (high - low) / (months * MONTH) <= most - 1) ?? 1200;
  const start = new Date(low);
  const values: number[] = [];
  const firstMonth = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (let month = firstMonth; ; month += step) {
    const value = Date.UTC(Math.floor(month / 12), month % 12);
    if (!(value <= high)) break;
    if (value >= low) values.push(value);
  }
  return { values, unit: step < 12 ? "month" : "year" };
}
