import type { TimeTicks } from "./time-ticks.js";

const FORMATS: Readonly<Record<TimeTicks["unit"], Intl.DateTimeFormatOptions>> = {
  second: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  minute: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { month: "short", day: "numeric" },
  month: { year: "numeric", month: "short" },
  year: { year: "numeric" },
};

/**
 * A time on an axis, in UTC: no more than its unit needs; the first label and midnights say the day as well.
 * @param locale BCP 47 tag that `Intl` knows
 */
export function timeLabel(time: number, unit: TimeTicks["unit"], locale: string, isFirst: boolean): string {
  const day = unit === "second" || unit === "minute";
  const format =
    day && time % 86_400_000 === 0
      ? FORMATS.day
      : {
          ...FORMATS[unit],
          ...(isFirst && day ? FORMATS.day : {}),
          ...(isFirst && unit === "day" ? { year: "numeric" as const } : {}),
        };
  return new Intl.DateTimeFormat(locale, { ...format, timeZone: "UTC" }).format(time);
}
