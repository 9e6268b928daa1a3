import type { Window } from "../../artifact/index.js";
import { RHYTHM_RUNS } from "./rhythm-runs.js";

/** How regularly runs come, in milliseconds. */
export interface RunRhythm {
  /** Median time from the end of one run's window to the end of the next one's. */
  every: number;
  /** Age at which the newest run is overdue. */
  overdueAfter: number;
}

/** A newest run that is older than its pipeline's rhythm lets expect; times are milliseconds. */
export interface OverdueRun {
  /** Since it was written. */
  age: number;
  every: number;
  /** Runs that were due since then. */
  missed: number;
}

/** A run written so many steps after its window was made in retrospect: nothing follows from it for the present. */
const RETROSPECT_STEPS = 10;

/**
 * The rhythm of a pipeline: a run is overdue after two of its median steps, and never before the longest step of most (p90)
 * has passed by half a step: runs of working days are not overdue on Monday.
 * @param ends when the windows of its runs end (else when they were written), ISO 8601, oldest first
 * @returns null with fewer than 8 steps
 */
export function runRhythm(ends: readonly string[]): RunRhythm | null {
  const times = ends.map((end) => Date.parse(end));
  const steps = times
    .slice(1)
    .map((time, i) => time - times[i]!)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  if (steps.length < RHYTHM_RUNS - 1) return null;
  const [every, most] = [0.5, 0.9].map((share) => steps[Math.floor(share * (steps.length - 1))]!) as [
    number,
    number,
  ];
  return { every, overdueAfter: Math.max(2 * every, most + every / 2) };
}

/**
 * Whether a pipeline's newest run is older than its rhythm lets expect.
 * @param now milliseconds since 1970, by the reader's clock
 * @returns null where it is not, or where it was made in retrospect
 */
export function overdueRun(
  newest: { createdAt: string; window: Window | null },
  { every, overdueAfter }: RunRhythm,
  now: number,
): OverdueRun | null {
  const written = Date.parse(newest.createdAt);
  const age = now - written;
  const delay = newest.window === null ? 0 : written - Date.parse(newest.window.end);
  if (delay > RETROSPECT_STEPS * every || age <= overdueAfter) return null;
  return { age, every, missed: Math.ceil(age / every) - 1 };
}
