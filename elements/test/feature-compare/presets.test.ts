import type { HistoryRow, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { presetsOf } from "../../src/feature-compare/presets.js";
import { runDocuments } from "./two-runs.js";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 20, 8);

function at(end: number, run: string, createdAt = end) {
  const window = { start: new Date(end - HOUR).toISOString(), end: new Date(end).toISOString() };
  return { run, createdAt: new Date(createdAt).toISOString(), window } as HistoryRow;
}

const current: StatisticsDocument = {
  ...runDocuments(11, [1, 1, 1, 1, 1]).statistics,
  run: "now",
  createdAt: new Date(NOW).toISOString(),
  window: at(NOW, "now").window,
};
const lastWeek = NOW - 7 * 24 * HOUR;

test("finds the run before and the same hour a week before", () => {
  const history = [
    at(lastWeek - HOUR, "early"),
    at(lastWeek, "first"),
    at(lastWeek, "again", lastWeek + HOUR),
    at(lastWeek + HOUR, "late"),
    at(NOW - HOUR, "before"),
    at(NOW, "now"),
    at(NOW + HOUR, "after"),
  ];
  expect(presetsOf(history, current)).toEqual({ previous: "before", lastWeek: "again" });
});

test("passes over an earlier run of the same window, and a day that ends at that hour", () => {
  const day = at(lastWeek, "day");
  day.window!.start = new Date(lastWeek - 24 * HOUR).toISOString();
  const history = [day, at(NOW, "draft", NOW - 1), at(NOW, "now")];
  expect(presetsOf(history, current)).toEqual({ previous: "day", lastWeek: null });
});

test("has none without a history", () => {
  expect(presetsOf([], current)).toEqual({ previous: null, lastWeek: null });
});

function week(end: number, run: string): HistoryRow {
  const start = new Date(end - 7 * 24 * HOUR).toISOString();
  return { ...at(end, run), window: { start, end: new Date(end).toISOString() } };
}

test("of weeks the one a week before is the previous one, and no choice of its own", () => {
  const now = { ...current, window: week(NOW, "now").window };
  const presets = presetsOf([week(lastWeek, "before"), week(NOW, "now")], now);
  expect(presets).toEqual({ previous: "before", lastWeek: undefined });
});
