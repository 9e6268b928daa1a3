import type { Window } from "../artifact/index.js";
import { wordsFor } from "./words/words-for.js";

const DATE = { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" } as const;
const MONTH = { year: "numeric", month: "short", timeZone: "UTC" } as const;
const MINUTE = {
  ...DATE,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
} as const;

/** A day in UTC: "21 Nov 2026". @param time ISO 8601, or milliseconds since 1970 */
export function formatDate(time: string | number, language: string): string {
  return new Intl.DateTimeFormat(wordsFor(language).locale, DATE).format(new Date(time));
}

/** A minute in UTC: "22 Nov 2026, 06:40 UTC". @param time ISO 8601, or milliseconds since 1970 */
export function formatTime(time: string | number, language: string): string {
  return new Intl.DateTimeFormat(wordsFor(language).locale, MINUTE).format(new Date(time));
}

/** A window as people say it, its end exclusive: "Jan 2001", "5–11 Feb 2001", "21 Nov 2026", "22 Nov 2026, 05:00–06:00 UTC". */
export function formatWindow(window: Window, language: string): string {
  const start = new Date(window.start);
  const end = new Date(window.end);
  const days = isMidnight(start) && isMidnight(end) && end > start;
  const months = days && start.getUTCDate() === 1 && end.getUTCDate() === 1;
  const format = new Intl.DateTimeFormat(wordsFor(language).locale, months ? MONTH : days ? DATE : MINUTE);
  return format.formatRange(start, days ? new Date(end.getTime() - 1) : end);
}

function isMidnight(time: Date): boolean {
  return time.getTime() % 86_400_000 === 0;
}
