import { DAY } from "../../artifact/index.js";
import { formatDate, formatStamp } from "../format/format-date.js";
import { nameOfPeriod } from "../format/name-of-period.js";

/** When a run's rows are from, ISO 8601; without a window `start` is null, and `end` the time of writing. */
interface RunTime {
  start: string | null;
  end: string;
}

/**
 * Since which run something holds, as people say it: a window that is a whole month, quarter or year by its name ("Sep", "Q3 2026",
 * "2026"), any other by its first day ("16 Nov"), one of less than a day with the time ("22 Nov, 06:00 UTC"). The year is said where
 * it is not that of the newest run.
 * @param saysZone false under a head that tells it
 */
export function sinceWhen(first: RunTime, newest: RunTime, language: string, saysZone = true): string {
  const start = first.start ?? first.end;
  const style = start.startsWith((newest.start ?? newest.end).slice(0, 4)) ? "short" : "full";
  const [from, to] = [new Date(start), new Date(first.end)];
  if (first.start && +to - +from < DAY)
    return formatStamp(start, language, style) + (saysZone ? "\u00a0UTC" : "");
  return nameOfPeriod(from, to, language, style) ?? formatDate(start, language, style);
}
