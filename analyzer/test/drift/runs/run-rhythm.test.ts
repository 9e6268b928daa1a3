import * as fc from "fast-check";
import { expect, test } from "vitest";
import { overdueRun, runRhythm } from "../../../src/drift/index.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse("2026-11-02T00:00:00Z");

const iso = (time: number): string => new Date(time).toISOString();

/** Ends of windows after steps. */
function ends(steps: readonly number[]): string[] {
  let time = START;
  return [iso(time), ...steps.map((step) => iso((time += step)))];
}

test("hourly runs are overdue after two hours", () => {
  const rhythm = runRhythm(ends(Array.from({ length: 12 }, () => HOUR)));
  expect(rhythm).toEqual({ every: HOUR, overdueAfter: 2 * HOUR });
});

test("runs of working days are not overdue over a weekend", () => {
  const week = [DAY, DAY, DAY, DAY, 3 * DAY];
  expect(runRhythm(ends([...week, ...week, ...week]))).toEqual({ every: DAY, overdueAfter: 3.5 * DAY });
});

test("a single gap in the past changes nothing", () => {
  const steps = Array.from({ length: 29 }, (_, i) => (i === 12 ? 20 * DAY : DAY));
  expect(runRhythm(ends(steps))).toEqual({ every: DAY, overdueAfter: 2 * DAY });
});

test("no rhythm is told from fewer than eight steps, or from runs of one window", () => {
  expect(runRhythm(ends(Array.from({ length: 7 }, () => HOUR)))).toBeNull();
  expect(runRhythm(ends(Array.from({ length: 20 }, () => 0)))).toBeNull();
  expect(runRhythm([])).toBeNull();
});

const rhythm = { every: HOUR, overdueAfter: 2 * HOUR };
const newest = {
  createdAt: iso(START + HOUR / 2),
  window: { start: iso(START - HOUR), end: iso(START) },
};

test("says how old the newest run is and how many were missed", () => {
  expect(overdueRun(newest, rhythm, START + HOUR / 2 + 26 * HOUR)).toEqual({
    age: 26 * HOUR,
    every: HOUR,
    missed: 25,
  });
  expect(overdueRun(newest, rhythm, START + HOUR / 2 + 2 * HOUR)).toBeNull();
});

test("a run that was made in retrospect lets expect nothing", () => {
  const late = { ...newest, createdAt: iso(START + 300 * DAY) };
  expect(overdueRun(late, rhythm, START + 900 * DAY)).toBeNull();
  expect(overdueRun({ ...late, window: null }, rhythm, START + 900 * DAY)).not.toBeNull();
});

test("once overdue, a run stays so, and misses ever more; before two steps it never is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 60_000, max: 40 * DAY }), { minLength: 8, maxLength: 40 }),
      fc.integer({ min: 0, max: 400 * DAY }),
      fc.integer({ min: 0, max: 400 * DAY }),
      (steps, age, more) => {
        const found = runRhythm(ends(steps))!;
        const last = { createdAt: iso(START), window: null };
        const [first, second] = [age, age + more].map((each) => overdueRun(last, found, START + each));
        const [missed, missedLater] = [first?.missed ?? 0, second?.missed ?? 0];
        expect(missed > 0).toBe(age > found.overdueAfter);
        expect(missedLater).toBeGreaterThanOrEqual(missed);
        expect(found.overdueAfter).toBeGreaterThanOrEqual(2 * found.every);
      },
    ),
  );
});
