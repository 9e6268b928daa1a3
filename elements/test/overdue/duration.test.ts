import { expect, test } from "vitest";
import { ageOf, stepOf } from "../../src/overdue/duration.js";
import { overdueWords } from "../../src/overdue/overdue-words.js";
import { en as english } from "../../src/words/en.js";
import { zhHans } from "../../src/words/zh-hans.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [en, zh] = [overdueWords(english), overdueWords(zhHans)];

test.each([
  [0, "0 min old", "已过 0 分钟"],
  [1.99 * HOUR, "119 min old", "已过 119 分钟"],
  [26.4 * HOUR, "26 h old", "已过 26 小时"],
  [72 * HOUR, "3 days old", "已过 3 天"],
  [400 * DAY, "400 days old", "已过 400 天"],
])("an age of %d ms", (age, english, chinese) => {
  expect(en.old(ageOf(age)).replaceAll("\u00a0", " ")).toBe(english);
  expect(zh.old(ageOf(age))).toBe(chinese);
});

test.each([
  [5 * 60_000, "5 minutes", "每 5 分钟"],
  [HOUR, "hour", "每小时"],
  [0.98 * HOUR, "hour", "每小时"],
  [6 * HOUR, "6 hours", "每 6 小时"],
  [0.99 * DAY, "day", "每天"],
  [2 * DAY, "2 days", "每 2 天"],
  [7 * DAY, "week", "每周"],
  [14 * DAY, "2 weeks", "每 2 周"],
  [30 * DAY, "month", "每个月"],
  [31 * DAY, "month", "每个月"],
])("a step of %d ms", (step, english, chinese) => {
  expect(en.due(stepOf(step), "3")).toBe(`A new run was due every ${english}; 3 missed.`);
  expect(zh.due(stepOf(step), "3")).toBe(`本应${chinese}有一次新运行，已错过 3 次。`);
});
