import { DAY, HOUR } from "@featurescope/analyzer/artifact";
import { formatDate, formatWindow } from "@featurescope/analyzer/drift";
import type { TrendWords } from "../trend-words.js";

/** A place on the time axis, in milliseconds since 1970, and what is written there. */
export interface TimeTick {
  at: number;
  label: string;
  /** True where the label is of the stretch that begins here (a month, a year), not of the place. */
  names: boolean;
}

const MONTH = 30.44 * DAY;
/** The first Monday since 1970, so that weeks begin on Mondays. */
const MONDAY = 4 * DAY;

/** Steps of a calendar, in their usual lengths. */
const CLOCK = [1, 2, 3, 6, 12].map((hours) => hours * HOUR);
const DAYS = [1, 2].map((days) => days * DAY);
const WEEKS = [1, 2].map((weeks) => weeks * 7 * DAY);
const MONTHS = [1, 3, 6, 12, 24, 60, 120];

/** What a time axis shows, in milliseconds. */
interface ShownTime {
  start: number;
  /** Exclusive. */
  end: number;
  /** Length of a run's window: hours say nothing of runs of days. */
  run: number;
}

/**
 * Ticks of the calendar in UTC between two times: hours, days, Mondays, months or years.
 * @param most so many fit; the finest step with no more is taken
 */
export function timeTicks(
  { start, end, run }: ShownTime,
  most: number,
  language: string,
  words: TrendWords,
): readonly TimeTick[] {
  const least = run > DAY / 2 ? DAY : HOUR;
  const fits = (step: number): boolean => step >= least && (end - start) / step <= most;
  const even = [...CLOCK, ...DAYS, ...WEEKS].find(fits);
  if (even === undefined)
    return monthTicks(start, end, MONTHS.find((months) => fits(months * MONTH)) ?? 240, language, words);
  const origin = even >= WEEKS[0]! ? MONDAY : 0;
  const ticks: TimeTick[] = [];
  for (let at = origin + Math.ceil((start - origin) / even) * even; at < end; at += even) {
    const label = at % DAY === 0 ? formatDate(at, language, "short") : iso(at).slice(11, 16);
    ticks.push({ at, label, names: false });
  }
  return ticks;
}

function monthTicks(
  start: number,
  end: number,
  step: number,
  language: string,
  words: TrendWords,
): readonly TimeTick[] {
  const ticks: TimeTick[] = [];
  for (let month = Math.floor(monthOf(start) / step) * step; ; month += step) {
    const at = monthStart(month);
    if (at >= end) return ticks;
    if (at < start) continue;
    const next = monthStart(month + (step < 12 ? 1 : 12));
    const name = formatWindow({ start: iso(at), end: iso(next) }, language);
    const hasYear = step >= 12 || ticks.length === 0 || month % 12 === 0;
    ticks.push({ at, label: hasYear ? name : words.withoutYear(name), names: true });
  }
}

/** The month that a time lies in, counted from the year 0. */
function monthOf(time: number): number {
  return new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth();
}

/** @param month counted from the year 0 */
function monthStart(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
