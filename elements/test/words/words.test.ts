import { expect, test } from "vitest";
import { chartWords } from "../../src/feature-chart/chart-words.js";
import { compareWords } from "../../src/feature-compare/compare-words.js";
import { liveWords } from "../../src/feature-panel/chart/live-words.js";
import { trendWords } from "../../src/feature-trend/trend-words.js";
import { updateWords } from "../../src/live/update-words.js";
import { overdueWords } from "../../src/overdue/overdue-words.js";
import { en } from "../../src/words/en.js";
import { wordsFor } from "../../src/words/words-for.js";
import type { Words } from "../../src/words/words.js";
import { zhHans } from "../../src/words/zh-hans.js";

test("has English at once and Chinese after it was loaded", async () => {
  expect(wordsFor("en-GB", () => undefined)).toBe(en);
  expect(wordsFor("fr", () => undefined)).toBe(en);
  await new Promise<void>((resolve) => {
    const atFirst = wordsFor("zh-CN", resolve);
    expect(atFirst).toBe(en);
  });
  expect(wordsFor("zh-CN", () => undefined)).toBe(zhHans);
});

/** Sentences that take more than texts; tests of the elements say them. */
const STRUCTURED = new Set(
  ["overdue.old", "overdue.due", "trend.runs", "trend.sentence", "trend.medianIn"].map(
    (path) => `late.${path}`,
  ),
);

/** Every plain text of a vocabulary by its path, sentences with `x` for their figures. */
function texts(words: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(words)) {
    const here = `${path}${name}`;
    if (typeof value === "string") found.set(here, value);
    else if (STRUCTURED.has(here)) continue;
    else if (typeof value === "function")
      found.set(here, [(value as (...of: string[]) => string | string[])("x", "y", "z")].flat().join(""));
    else if (typeof value === "object")
      for (const entry of texts(value as object, `${here}.`)) found.set(...entry);
  }
  return found;
}

/** English with the words that lie beside the code which comes late. */
const english: Words = {
  ...en,
  late: {
    chart: chartWords(en),
    compare: compareWords(en),
    live: liveWords(en),
    overdue: overdueWords(en),
    trend: trendWords(en),
    update: updateWords(en),
  },
};

test("says everything in Chinese but signs and names", () => {
  const same = [...texts(zhHans)].filter(
    ([path, text]) => !/\p{Script=Han}/u.test(text) && path !== "language",
  );
  expect(same.map(([path]) => path).toSorted()).toEqual([
    "board.comma",
    "board.semicolon",
    "board.shown",
    "difference",
    "index",
    "late.trend.against.1",
    "late.trend.comma",
    "late.trend.gap",
    "late.trend.middleHalf",
    "late.trend.semicolon",
    "late.trend.withoutYear",
    "late.update.gap",
    "n",
  ]);
});

function figuresIn(text: string): string[] {
  return text.match(/(?<![a-z])[xyz](?![a-z])/g) ?? [];
}

test("puts every figure into the sentence in both languages", () => {
  const [said, chinese] = [texts(english), texts(zhHans)];
  expect([...chinese.keys()]).toEqual([...said.keys()]);
  const lost = [...said].filter(
    ([path, text]) =>
      path !== "logarithmic" &&
      figuresIn(text).some((figure) => !figuresIn(chinese.get(path)!).includes(figure)),
  );
  expect(lost).toEqual([]);
});

test("of one thing English speaks in the singular", () => {
  const { board, panel } = en;
  const said = (count: number): string[] => [
    board.features(String(count)),
    en.lastRuns(count),
    board.orderOf("12:00", count),
    panel.attempts(count, "12:00", "12:01"),
  ];
  expect(said(1).join()).not.toMatch(/runs|features|verdicts|attempts/);
  expect(
    said(2)
      .join()
      .match(/runs|features|verdicts|attempts/g),
  ).toHaveLength(4);
  expect(board.orderOf("12:00", 0)).toBe("Order of 12:00; no verdicts changed since");
});
