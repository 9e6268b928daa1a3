import { DAY, DEFAULT_LIMITS, type FrozenFeature, HOUR, type Window } from "../../src/artifact/index.js";
import { isAlarm, measureDrift, timeCounts } from "../../src/drift/index.js";
import { countByHand } from "./count-by-hand.js";
import { freezeNumbers } from "./freeze-by-hand.js";
import { randomOf } from "./random.js";
import { type Span, TIME_FAMILIES } from "./time-families.js";

/** Lengths of the reference's window and of a run's, with their rows. */
export const WINDOW_PAIRS = [
  { name: "a month / an hour", reference: 30 * DAY, current: HOUR, n: 5000, m: 100 },
  { name: "a month / a day", reference: 30 * DAY, current: DAY, n: 5000, m: 500 },
  { name: "a month / a week", reference: 30 * DAY, current: 7 * DAY, n: 5000, m: 2000 },
  { name: "a month / a month", reference: 30 * DAY, current: 30 * DAY, n: 2000, m: 2000 },
  { name: "a month / a quarter", reference: 30 * DAY, current: 91 * DAY, n: 2000, m: 3000 },
  { name: "a week / a day", reference: 7 * DAY, current: DAY, n: 2000, m: 500 },
  { name: "a day / an hour", reference: DAY, current: HOUR, n: 2000, m: 100 },
] as const;

/** References of each family and pair, and runs that are compared with each. */
const [REFERENCES, RUNS] = [5, 8];
/** The first reference ends here; runs follow it within two months. */
const BEGINNING = Date.UTC(2026, 8, 1);

/** Points in time where nothing is wrong: how many features, of how many the freshness was judged, and how many were watch or worse. */
export interface TimeTally {
  family: string;
  pair: string;
  features: number;
  freshness: number;
  alarms: number;
}

/** Without a fault: per family and pair of windows, how often points in time alarmed. Runs without rows are none. */
export function simulateTimeAlarms(): TimeTally[] {
  const random = randomOf(20_261_130);
  return Object.entries(TIME_FAMILIES).flatMap(([family, draw]) =>
    WINDOW_PAIRS.map(({ name, reference, current, n, m }) => {
      const tally = { family, pair: name, features: 0, freshness: 0, alarms: 0 };
      for (let i = 0; i < REFERENCES; i++) {
        const end = BEGINNING + Math.floor(30 * random()) * DAY;
        const before = { start: end - reference, end };
        const values = rowsOf(n, () => draw(before, random));
        if (values.length < n) continue;
        const frozen: FrozenFeature = { ...freezeNumbers(values), kind: "datetime" };
        for (let run = 0; run < RUNS; run++) {
          const start = end + Math.floor((random() * 60 * DAY) / current) * current;
          const window = { start, end: start + current };
          const rows = rowsOf(m, () => draw(window, random));
          const { stale, alarms } = judge(frozen, rows, windowOf(window), windowOf(before));
          if (alarms === null) continue;
          tally.features++;
          if (stale) tally.freshness++;
          if (alarms) tally.alarms++;
        }
      }
      return tally;
    }),
  );
}

function rowsOf(count: number, time: () => number): number[] {
  return Array.from({ length: count }, time).filter((value) => !Number.isNaN(value));
}

/** The sum of some tallies. */
export function sumOfTimes(
  tallies: readonly TimeTally[],
): Pick<TimeTally, "features" | "freshness" | "alarms"> {
  const sum = { features: 0, freshness: 0, alarms: 0 };
  for (const { features, freshness, alarms } of tallies) {
    sum.features += features;
    sum.freshness += freshness;
    sum.alarms += alarms;
  }
  return sum;
}

function judge(
  frozen: FrozenFeature,
  rows: readonly number[],
  window: Window,
  reference: Window,
): { stale: boolean; alarms: boolean | null } {
  if (rows.length === 0) return { stale: false, alarms: null };
  const counts = countByHand(frozen, rows);
  const times = {
    newestUntil: (time: number): number | null => {
      const until = rows.filter((row) => row <= time);
      return until.length === 0 ? null : Math.max(...until);
    },
    belowReference: counts.belowReference,
    rowsAfter: (time: number): number => rows.filter((row) => row > time).length,
  };
  const drift = measureDrift(frozen, counts, DEFAULT_LIMITS, timeCounts(frozen, times, window, reference));
  return { stale: drift.verdicts.stale !== null, alarms: isAlarm(drift) };
}

function windowOf({ start, end }: Span): Window {
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}
