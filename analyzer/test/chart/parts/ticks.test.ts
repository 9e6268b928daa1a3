import { expect, test } from "vitest";
import { logTicks } from "../../../src/chart/parts/log-ticks.js";
import { timeLabel } from "../../../src/chart/parts/time-label.js";
import { timeTicks } from "../../../src/chart/parts/time-ticks.js";

const DAY = 86_400_000;
const at = (iso: string): number => Date.parse(iso);
const say = (values: readonly number[]): string[] => values.map((value) => new Date(value).toISOString());

test("a logarithmic axis has 1, 2 and 5 times each power of ten within its range", () => {
  const ticks = logTicks(103, 21_000);
  expect(ticks.map(({ value }) => value)).toEqual([200, 500, 1000, 2000, 5000, 10_000, 20_000]);
  expect(ticks.filter(({ major }) => major).map(({ value }) => value)).toEqual([1000, 10_000]);
});

test("small powers of ten are exact", () => {
  expect(logTicks(1e-7, 1e-6).map(({ value }) => value)).toEqual([1e-7, 2e-7, 5e-7, 1e-6]);
});

test("time ticks are round in UTC: hours, days, Mondays, months, years", () => {
  const from = at("2026-11-02T00:00:00Z");
  expect(timeTicks(from, from + DAY, 6)).toMatchObject({ unit: "minute" });
  expect(say(timeTicks(from, from + DAY, 6).values)[1]).toBe("2026-11-02T06:00:00.000Z");
  expect(say(timeTicks(from, from + 30 * DAY, 7).values)).toEqual([
    "2026-11-02T00:00:00.000Z",
    "2026-11-09T00:00:00.000Z",
    "2026-11-16T00:00:00.000Z",
    "2026-11-23T00:00:00.000Z",
    "2026-11-30T00:00:00.000Z",
  ]);
  expect(say(timeTicks(from, from + 200 * DAY, 8).values)).toContain("2027-01-01T00:00:00.000Z");
  const years = timeTicks(at("1990-06-01T00:00:00Z"), from, 6);
  expect(years.unit).toBe("year");
  expect(say(years.values)[0]).toBe("2000-01-01T00:00:00.000Z");
});

test("never more time ticks than asked for, whatever the span", () => {
  const from = at("2001-02-03T04:05:06Z");
  for (let span = 1000; span < 1e13; span *= 3)
    for (const most of [2, 5, 9])
      expect(timeTicks(from, from + span, most).values.length).toBeLessThanOrEqual(most);
});

test("as many months or years as there is room for: two of two years, not one", () => {
  const [from, to] = [at("2024-08-01T00:00:00Z"), at("2026-08-03T00:00:00Z")];
  expect(say(timeTicks(from, to, 2).values)).toEqual([
    "2025-01-01T00:00:00.000Z",
    "2026-01-01T00:00:00.000Z",
  ]);
});

test("time labels say no more than needed; the first also the year or the day", () => {
  const noon = at("2026-11-02T12:00:00Z");
  expect(timeLabel(noon, "day", "en", true)).toBe("2\u00a0Nov\u00a02026");
  expect(timeLabel(noon, "day", "en", false)).toBe("2\u00a0Nov");
  expect(timeLabel(noon, "minute", "en", false)).toBe("12:00");
  expect(timeLabel(at("2026-11-02T00:00:00Z"), "minute", "en", false)).toBe("2\u00a0Nov");
  expect(timeLabel(at("2026-11-01T00:00:00Z"), "month", "zh-Hans", false)).toBe("2026年11月");
});
