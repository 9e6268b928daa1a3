import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { falseAlarmTable } from "./false-alarm-table.js";
import { FAMILIES, simulateFalseAlarms, sumOf, type Tally } from "./simulate-false-alarms.js";
import { simulateTimeAlarms, sumOfTimes, type TimeTally } from "./simulate-time-alarms.js";

let tallies: Tally[];
let times: TimeTally[];
beforeAll(() => {
  tallies = simulateFalseAlarms();
  times = simulateTimeAlarms();
}, 600_000);

test.each(Object.keys(FAMILIES))(
  "%s without drift: above the noise bound in at most 7 %% of cases",
  (name) => {
    const { aboveNoise, compared } = sumOf(tallies.filter(({ family }) => family === name));
    expect(compared).toBeGreaterThan(400);
    expect(aboveNoise / compared).toBeLessThanOrEqual(0.07);
    // Were it never above, the bound would hide drift.
    expect(aboveNoise).toBeGreaterThan(0);
  },
);

test("no size of rows has more above the noise bound than chance makes of 7 %", () => {
  for (const { family, reference, current, aboveNoise, compared } of tallies) {
    const most = 0.07 * compared + 3.7 * Math.sqrt(0.07 * 0.93 * compared);
    expect(aboveNoise, `${family}, ${reference} / ${current}`).toBeLessThanOrEqual(most);
  }
});

test("without drift at most 1 feature in 500 is watch or worse", () => {
  const { features, alarms } = sumOf(tallies);
  expect(features).toBeGreaterThan(5000);
  expect(alarms / features).toBeLessThanOrEqual(1 / 500);
});

test("of points in time at most 1 in 1,000 is watch or worse where nothing is wrong, and most are judged", () => {
  const { features, freshness, alarms } = sumOfTimes(times);
  expect(features).toBeGreaterThan(4000);
  expect(alarms / features).toBeLessThanOrEqual(1 / 1000);
  // Were none judged, none would alarm.
  expect(freshness / features).toBeGreaterThan(0.5);
});

test("the tables in the docs are these", () => {
  const table = readFileSync(new URL("../../../docs/false-alarms.md", import.meta.url), "utf8");
  expect(table).toBe(falseAlarmTable(tallies, times));
});
