import { afterEach, expect, test } from "vitest";
import { calm, historyOf, type RunPlan } from "./history-of.js";
import { all, labels, one, showTrend, textOf } from "./show-trend.js";

afterEach(() => {
  document.documentElement.lang = "en";
});

const trendOf = (plans: readonly RunPlan[], width?: number) =>
  showTrend({ data: { history: historyOf(plans) } }, width);

/** Stretches of a line. */
function stretches(path: Element): number {
  return path.getAttribute("d")!.match(/M/g)?.length ?? 0;
}

test("draws index, median, missing share and rows over one time axis, with limits and usual range", async () => {
  const trend = await trendOf(calm(30));
  for (const label of [
    "PSI",
    "median, k",
    "missing",
    "rows",
    "0.10 watch",
    "0.25 shifted",
    "hatched: noise",
    "usual 0.01–0.02",
  ]) {
    expect(labels(trend)).toContain(label);
  }
  expect(labels(trend)).toContain("5 Oct");
  expect(stretches(one(trend, ".trend"))).toBe(1);
  expect(all(trend, ".usual")).toHaveLength(2);
  expect(one(trend, ".noise").getAttribute("d")).toContain("L");
  expect(one(trend, ".run-bars").getAttribute("d")!.match(/M/g)).toHaveLength(30);
  expect(textOf(trend, ".caption")).toBe(
    "30 daily runs, 1–30 Oct 2026 · current against the reference frozen at the time",
  );
});

test("marks only runs that are not stable", async () => {
  const trend = await trendOf([...calm(10), { index: 0.12 }, { index: 0.3 }]);
  expect(all(trend, ".lanes .glyph").map((glyph) => glyph.getAttribute("class"))).toEqual([
    "glyph watch",
    "glyph shifted",
  ]);
  expect(textOf(trend, ".finding")).toBe("Shifted since 12 Oct, watch since 11 Oct: median 47.0 → 48.1 k.");
  const alternating = [...calm(10), { index: 0.12 }, { index: 0.3 }, { index: 0.12 }, { index: 0.3 }];
  expect(textOf(await trendOf(alternating), ".finding")).toMatch(
    /^Shifted since 14 Oct, watch since 11 Oct:/,
  );
});

test("marks a missing share in its own lane, not at the index", async () => {
  const trend = await trendOf([...calm(10), { index: 0.01, missingShare: 0.05 }]);
  expect(all(trend, ".lanes .glyph")).toHaveLength(1);
  expect(textOf(trend, ".finding")).toBe("Shifted since 11 Oct: missing 0.4 → 5.0 %.");
  expect(textOf(trend, ".badge")).toContain("+4.6 pp");
});

test("breaks the lines where the reference changes, under a rule", async () => {
  const trend = await trendOf([...calm(12), ...calm(12, { referenceId: "99887766aa" })]);
  expect(stretches(one(trend, ".trend"))).toBe(2);
  expect(stretches(one(trend, ".current-line"))).toBe(2);
  expect(all(trend, ".reference-rule")).toHaveLength(1);
  expect(labels(trend)).toContain("reference ab12cd34");
  expect(labels(trend)).toContain("reference 99887766");
});

test("leaves a gap for a failed run, with a cross on the baseline, and keeps its reference", async () => {
  const trend = await trendOf([...calm(10), { index: null }, ...calm(10)]);
  expect(stretches(one(trend, ".trend"))).toBe(2);
  expect(all(trend, ".reference-rule")).toHaveLength(0);
  const baseline = one(trend, ".lanes .rule:not(.dotted)")
    .getAttribute("d")!
    .match(/ ([\d.]+)H/)![1];
  expect(one(trend, ".lanes .glyph.broken").getAttribute("transform")).toContain(` ${baseline})`);
  expect(labels(trend)).toContain("failed");
  expect(textOf(trend, ".caption")).toContain("one failed");
});

test("caps the index where a single run would flatten all others, with a caret and its number", async () => {
  const trend = await trendOf([...calm(60), { index: 2.5 }, ...calm(60)]);
  expect(all(trend, ".caret")).toHaveLength(1);
  expect(labels(trend)).toContain("2.50");
});

test("caps nothing that fits", async () => {
  const trend = await trendOf([...calm(5), { index: 0.29 }]);
  expect(all(trend, ".caret")).toHaveLength(0);
});

test("has a lane of unseen levels, and none of medians, where the values are levels", async () => {
  const trend = await trendOf([...calm(9, { unseenShare: 0.001 }), { index: 0.01, unseenShare: 0.03 }]);
  expect(labels(trend)).toContain("unseen levels");
  expect(labels(trend).join()).not.toContain("median");
  expect(all(trend, ".glyph.shifted").length).toBeGreaterThan(0);
});

test("shows the last 30 runs where there is little room, and all runs in the overview", async () => {
  const trend = await trendOf(calm(80), 360);
  expect(textOf(trend, ".caption")).toBe("last 30 of 80 runs, 20 Nov–19 Dec 2026");
  expect(one(trend, ".run-bars").getAttribute("d")!.match(/M/g)).toHaveLength(30);
  const sizes = all(trend, ".handle").map((handle) => handle.getBoundingClientRect().width);
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(24);
  expect(sizes).toHaveLength(2);
});

test("speaks Chinese", async () => {
  document.documentElement.lang = "zh-CN";
  const trend = await trendOf([...calm(10), { index: 0.3 }]);
  await expect.poll(() => textOf(trend, ".finding")).toBe("10月11日起偏移：中位数 4.7万 → 4.8万。");
  expect(labels(trend)).toContain("0.25 偏移");
  expect(one(trend, ".frame").lang).toBe("zh-Hans");
});

test("draws in any width, nothing beyond its own", async () => {
  for (const width of [280, 559, 560, 1600]) {
    const trend = await trendOf([...calm(40), { index: 0.3 }], width);
    expect(one(trend, ".frame").scrollWidth).toBeLessThanOrEqual(width);
    const edges = all(trend, ".lanes text").map((label) => label.getBoundingClientRect().right);
    expect(Math.max(...edges)).toBeLessThanOrEqual(one(trend, ".frame").getBoundingClientRect().right);
    trend.remove();
  }
});
