import * as fc from "fast-check";
import { expect, test } from "vitest";
import { axisEnd } from "../../src/feature-trend/lanes/axis-end.js";
import { spread } from "../../src/feature-trend/lanes/side-labels.js";
import { timeTicks } from "../../src/feature-trend/lanes/time-ticks.js";
import { valueTicks } from "../../src/feature-trend/lanes/value-ticks.js";
import { movedEnd, movedSpan } from "../../src/feature-trend/span.js";
import { trendWords } from "../../src/feature-trend/trend-words.js";
import { en } from "../../src/words/en.js";

const words = trendWords(en);
const HOUR = 3_600_000;
const start = Date.parse("2026-02-27T05:00:00.000Z");

test("round values lie within their range, no more than asked for", () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(
      value,
      fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      fc.integer({ min: 1, max: 6 }),
      (low, size, most) => {
        const ticks = valueTicks(low, low + size, most);
        expect(ticks.length).toBeLessThanOrEqual(most);
        const rounding = 1e-9 * (Math.abs(low) + size);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low - rounding);
          expect(tick).toBeLessThanOrEqual(low + size + rounding);
        }
      },
    ),
  );
  expect(valueTicks(0, 0.3, 2)).toEqual([0, 0.2]);
  expect(valueTicks(30_000, 92_000, 3)).toEqual([40_000, 60_000, 80_000]);
});

test("an axis ends at 1.2 × p98, at the least that is asked for", () => {
  expect(axisEnd([], 0.3)).toBe(0.3);
  expect(axisEnd([0.01, 0.02], 0.3)).toBe(0.3);
  expect(
    axisEnd(
      Array.from({ length: 101 }, (_, i) => i / 100),
      0.3,
    ),
  ).toBeCloseTo(1.2 * 0.98, 12);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1 }), (values) => {
      const end = axisEnd(values, 0.3);
      expect(values.filter((value) => value > end).length).toBeLessThanOrEqual(
        Math.ceil(0.02 * values.length),
      );
    }),
  );
});

test("ticks of time are of the calendar, within the time, and no more than fit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 200_000 }), fc.integer({ min: 3, max: 20 }), (hours, most) => {
      const ticks = timeTicks({ start, end: start + hours * HOUR, run: HOUR }, most, "en", words);
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
      for (const [i, { at }] of ticks.entries()) {
        expect(at).toBeGreaterThanOrEqual(start);
        expect(at).toBeLessThan(start + hours * HOUR);
        expect(at % HOUR).toBe(0);
        expect(at).toBeGreaterThan(ticks[i - 1]?.at ?? -Infinity);
      }
    }),
  );
});

test.each([
  [12, ["06:00", "09:00", "12:00", "15:00"]],
  [5 * 24, ["28\u00a0Feb", "1\u00a0Mar", "2\u00a0Mar", "3\u00a0Mar", "4\u00a0Mar"]],
  [21 * 24, ["2\u00a0Mar", "9\u00a0Mar", "16\u00a0Mar"]],
  [120 * 24, ["Mar\u00a02026", "Apr", "May", "Jun"]],
  [400 * 24, ["Apr\u00a02026", "Jul", "Oct", "Jan\u00a02027", "Apr"]],
  [5 * 8766, ["2027", "2028", "2029", "2030", "2031"]],
])("names the calendar over %d hours", (hours, labels) => {
  expect(
    timeTicks({ start, end: start + hours * HOUR, run: HOUR }, 5, "en", words).map(({ label }) => label),
  ).toEqual(labels);
});

test("a span stays within the history and keeps two runs", () => {
  const cases = fc.integer({ min: 2, max: 50 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      first: fc.integer({ min: 0, max: count - 2 }),
      size: fc.integer({ min: 1, max: count - 1 }),
      to: fc.integer({ min: -60, max: 60 }),
    }),
  );
  fc.assert(
    fc.property(cases, fc.constantFrom("first", "last"), ({ count, first, size, to }, end) => {
      const span = { first, last: Math.min(count - 1, first + size) };
      const moved = movedEnd(span, end, to, count);
      const whole = movedSpan(span, to, count);
      for (const each of [moved, whole]) {
        expect(each.first).toBeGreaterThanOrEqual(0);
        expect(each.last).toBeLessThan(count);
        expect(each.last - each.first).toBeGreaterThanOrEqual(1);
      }
      expect(whole.last - whole.first).toBe(span.last - span.first);
    }),
  );
});

test("labels never touch, and none is below the lane", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 160, noNaN: true }), { maxLength: 5 }), (places) => {
      const labels = spread(
        places.map((y) => ({ y, text: "" })),
        160,
      );
      for (const [i, { y }] of labels.entries())
        expect(y).toBeLessThanOrEqual((labels[i - 1]?.y ?? 173) - 13);
    }),
  );
});

test("runs of days have no ticks at hours", () => {
  const start = Date.UTC(2026, 10, 16);
  const shown = { start, end: start + 5 * 24 * HOUR, run: 24 * HOUR };
  const labels = timeTicks(shown, 12, "en", words).map(({ label }) => label);
  expect(labels).toEqual([16, 17, 18, 19, 20].map((day) => `${day}\u00a0Nov`));
});
