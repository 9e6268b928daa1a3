import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { falseAlarmTable } from "./false-alarm-table.js";
import { FAMILIES, simulateFalseAlarms, sumOf, type Tally } from "./simulate-false-alarms.js";

let tallies: Tally[];
beforeAll(() => {
  tallies = simulateFalseAlarms();
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

test("the table in the docs is this one", () => {
  const table = readFileSync(new URL("../../../docs/false-alarms.md", import.meta.url), "utf8");
  expect(table).toBe(falseAlarmTable(tallies));
});
