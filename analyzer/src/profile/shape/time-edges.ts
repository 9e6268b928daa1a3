import { DAY, HOUR, MINUTE, SECOND, WEEK } from "../../artifact/index.js";

/** Widths that a clock or calendar knows, in milliseconds; beyond, weeks are doubled. */
const WIDTHS = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2].map((days) => days * DAY),
  WEEK,
];

/** The first Monday of 1970: weeks begin on Mondays. */
const MONDAY = 4 * DAY;

/**
 * Edges of time bins in milliseconds since 1970, UTC: the narrowest of the usual widths that needs no more bins than given,
 * beginning at whole minutes, hours, days or Mondays.
 */
export function timeEdges(from: number, to: number, bins: number): number[] {
  let width = WIDTHS.find((candidate) => fits(candidate, from, to, bins)) ?? 2 * WEEK;
  while (!fits(width, from, to, bins)) width *= 2;
  const first = start(from, width);
  const count = Math.floor((to - first) / width) + 1;
  return Array.from({ length: count + 1 }, (_, i) => first + i * width);
}

function start(from: number, width: number): number {
  const origin = width >= WEEK ? MONDAY : 0;
  return Math.floor((from - origin) / width) * width + origin;
}

function fits(width: number, from: number, to: number, bins: number): boolean {
  return (to - start(from, width)) / width < bins;
}
