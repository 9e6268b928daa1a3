import { DAY } from "../../artifact/index.js";
import { type TimeStyle, formatClock, formatDate, formatStamp, isChinese } from "./format-date.js";
import { nameOfPeriod } from "./name-of-period.js";

const SPACE = "\u00a0";

/** Both ends, as ISO 8601 or milliseconds since 1970. */
interface Ends {
  start: string | number;
  end: string | number;
}

/**
 * A window in words, in UTC: a whole year, quarter or month by its name, whole days by the first and the last,
 * anything else with its times: `Q3 2026`, `4–10 Oct 2026`, `22 Nov 2026, 05:00–06:00 UTC`.
 */
export function formatWindow(window: Ends, language: string, style: TimeStyle = "full"): string {
  const start = new Date(window.start);
  const end = new Date(window.end);
  const named = nameOfPeriod(start, end, language);
  if (named !== null) return named;
  if (start.getTime() % DAY === 0 && end.getTime() % DAY === 0) {
    return formatDays(start, new Date(end.getTime() - DAY), language, style);
  }
  const sameDay = formatDate(+start, language) === formatDate(+end, language);
  const to = sameDay ? formatClock(+end) : formatStamp(+end, language, style);
  return `${formatStamp(+start, language, style)}–${to}${SPACE}UTC`;
}

function formatDays(first: Date, last: Date, language: string, style: TimeStyle): string {
  const sameYear = first.getUTCFullYear() === last.getUTCFullYear();
  const sameMonth = sameYear && first.getUTCMonth() === last.getUTCMonth();
  if (+first === +last) return formatDate(+first, language, style);
  if (isChinese(language)) {
    const to = sameMonth ? `${last.getUTCDate()}日` : formatDate(+last, language, sameYear ? "short" : style);
    return `${formatDate(+first, language, style)}–${to}`;
  }
  const from = sameMonth ? `${first.getUTCDate()}` : formatDate(+first, language, sameYear ? "short" : style);
  return `${from}–${formatDate(+last, language, style)}`;
}
