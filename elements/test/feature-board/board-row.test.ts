import { expect, test } from "vitest";
import { FeatureBoard } from "../../src/feature-board/feature-board.js";
import { featureList } from "./credit-list.js";

customElements.define("feature-board", FeatureBoard);

test("the figure that a verdict rests on is the one that stands out", async () => {
  const list = featureList([
    { name: "by_index", index: 0.3 },
    { name: "by_missing", index: 0.02, missing: { change: 0.06, verdict: "shifted" } },
    { name: "by_unseen", index: 0.02, verdict: "shifted" },
  ]);
  const features = list.features.map((row) => {
    const unseen = { verdict: "shifted", reason: null, value: 0.031, noise: 0.002 } as const;
    return row.name === "by_unseen" ? { ...row, verdicts: { ...row.verdicts, unseen } } : row;
  });
  const board = Object.assign(new FeatureBoard(), { data: { ...list, features } });
  const wide = document.createElement("div");
  wide.style.width = "1100px";
  wide.append(board);
  document.body.append(wide);
  const cells = (name: string): HTMLElement[] => [
    ...board.renderRoot.querySelectorAll<HTMLElement>(`[data-key=${name}] :is(.index, .part, .missing)`),
  ];
  await expect.poll(() => cells("by_unseen").length).toBe(3);
  const boldOf = (name: string): string[] =>
    cells(name)
      .filter((cell) => cell.checkVisibility() && Number(getComputedStyle(cell).fontWeight) >= 600)
      .map((cell) => cell.innerText.replaceAll(/\s+/g, " ").trim());
  expect(boldOf("by_index")).toEqual(["0.30"]);
  expect(boldOf("by_missing")).toEqual(["shifted +6.0 pp"]);
  expect(boldOf("by_unseen")).toEqual(["+3.1 pp"]);
});

/** The first moment of a month before November 2026. */
const month = (before: number): string => new Date(Date.UTC(2026, 10 - before)).toISOString();

test.each([
  ["en", "Sep"],
  ["zh-Hans", "9月"],
])("says in %s since which month a verdict holds that is judged once a month", async (language, said) => {
  document.documentElement.lang = language;
  const list = featureList([{ name: "income", index: 0.3, since: 2 }]);
  const runs = list.recent.runs.map((run, i) => ({ ...run, start: month(30 - i), end: month(29 - i) }));
  const board = Object.assign(new FeatureBoard(), { data: { ...list, recent: { ...list.recent, runs } } });
  document.body.append(board);
  await expect.poll(() => board.renderRoot.querySelector("[data-key] .since span")?.textContent).toBe(said);
});

test("a title that is cut can be read in full", async () => {
  document.documentElement.lang = "en";
  const list = featureList([{ name: "destination_airport", index: 0.1 }]);
  const title = { en: "Airport at which the flight arrives, by its code" };
  const features = list.features.map((row) => ({ ...row, title }));
  const board = Object.assign(new FeatureBoard(), { data: { ...list, features } });
  const narrow = document.createElement("div");
  narrow.style.width = "700px";
  narrow.append(board);
  document.body.append(narrow);
  const shown = (): HTMLElement | null => board.renderRoot.querySelector<HTMLElement>("[data-key] .title");
  await expect.poll(shown).not.toBeNull();
  expect(shown()!.scrollWidth).toBeGreaterThan(shown()!.clientWidth);
  expect(shown()!.title).toBe(title.en);
});
