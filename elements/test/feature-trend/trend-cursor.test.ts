import { expect, test } from "vitest";
import type { SelectedRun } from "../../src/feature-trend/trend-events.js";
import { calm, historyOf } from "./history-of.js";
import { all, one, plain, point, press, settled, showTrend, textOf } from "./show-trend.js";

const plans = [...calm(20), { index: 0.12 }, ...calm(18), { index: 0.3 }];
const data = { history: historyOf(plans) };
const src = "https://gateway.test/base/api/v1/pipelines/credit/features/loan_amount?token=a";

function spans(): { start: string; end: string }[] {
  const seen: { start: string; end: string }[] = [];
  document.body.addEventListener("featurescope-select-span", ({ detail }) => seen.push({ ...detail }));
  return seen;
}

function runs(): SelectedRun[] {
  const seen: SelectedRun[] = [];
  document.body.addEventListener("featurescope-select", ({ detail }) => seen.push(detail as SelectedRun));
  return seen;
}

const shift = (key: string) => ({ key, shiftKey: true });
const key = (handle: HTMLElement, name: string) =>
  handle.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));

test("walks from run to run, to both ends and to the next that is not stable", async () => {
  const trend = await showTrend({ data });
  const now = () => one(trend, ".live").getAttribute("aria-valuenow");
  expect(now()).toBe("0");
  for (const [key, run] of [
    ["Home", "1"],
    ["ArrowRight", "2"],
    ["n", "21"],
    ["n", "40"],
    ["ArrowLeft", "39"],
    ["End", "40"],
    ["ArrowRight", "40"],
  ]) {
    await press(trend, key!);
    expect(now()).toBe(run);
  }
  expect(all(trend, ".cursor")).toHaveLength(1);
});

test("says the same for eye and ear", async () => {
  const trend = await showTrend({ data });
  await press(trend, "Home", "n");
  const chart = one(trend, ".live");
  expect(chart.getAttribute("role")).toBe("slider");
  expect(chart.getAttribute("aria-label")).toBe("Trend of loan_amount");
  const spoken = plain(chart.getAttribute("aria-valuetext"));
  expect(spoken).toContain("Run 21 of 40; 21 Oct 2026");
  // Screen readers say "middle dot".
  expect(spoken).toContain("watch, PSI 0.12");
  expect(spoken).not.toContain("·");
  expect(textOf(trend, ".tip")).toContain("watch · PSI 0.12 · noise ≤ 0.02 median 49 k (47 k)");
  await press(trend, "Escape");
  expect(one(trend, ".tip").hidden).toBe(true);
});

test("shows one tooltip, beside the pointer", async () => {
  const trend = await showTrend({ data });
  point(one(trend, ".live"), "pointermove", 0.5);
  await trend.updateComplete;
  expect(one(trend, ".tip").hidden).toBe(false);
  expect(textOf(trend, ".tip")).toMatch(/Oct 2026/);
  point(one(trend, ".live"), "pointerleave", 0.5);
  await trend.updateComplete;
  expect(one(trend, ".tip").hidden).toBe(true);
});

test("tells which run was selected and where its folder is, by Enter and by click", async () => {
  const trend = await showTrend({ data, src });
  const seen = runs();
  await press(trend, "Home", "Enter");
  point(one(trend, ".live"), "click", 0.87);
  expect(seen[0]).toEqual({
    run: "day-0",
    feature: "loan_amount",
    key: "loan_amount",
    href: "https://gateway.test/base/api/v1/pipelines/credit%20scoring/runs/day-0/features/loan_amount/?token=a",
  });
  expect(seen[1]!.run).toBe("day-39");
  await trend.updateComplete;
  expect(all(trend, ".opened")).toHaveLength(1);
});

test("selects a span with Shift and Enter, shows it, and lets go of it", async () => {
  const trend = await showTrend({ data });
  const seen = spans();
  await press(trend, "Home", "ArrowRight", shift("ArrowRight"), shift("ArrowRight"), shift("ArrowRight"));
  expect(plain(one(trend, ".live").getAttribute("aria-valuetext"))).toContain(
    "selected 2–5 Oct 2026, 4 runs",
  );
  expect(all(trend, ".stretch")).toHaveLength(1);
  await press(trend, "Enter");
  expect(seen).toEqual([{ start: "2026-10-02T00:00:00.000Z", end: "2026-10-06T00:00:00.000Z" }]);
  expect(textOf(trend, ".caption")).toContain("4 of 40 runs, 2–5 Oct 2026");
  const whole = all(trend, "footer button").find((button) => button.textContent === "all runs")!;
  whole.click();
  await trend.updateComplete;
  expect(textOf(trend, ".caption")).toContain("40 daily runs");
});

test("selects a span that a mouse draws, and no run with it", async () => {
  const trend = await showTrend({ data });
  const [seen, selected] = [spans(), runs()];
  const live = one(trend, ".live");
  live.setPointerCapture = () => undefined;
  for (const [type, share] of [
    ["pointerdown", 0.3],
    ["pointermove", 0.4],
    ["pointermove", 0.5],
    ["pointerup", 0.5],
    ["click", 0.5],
  ] as const)
    point(live, type, share);
  await settled(trend);
  expect(seen).toHaveLength(1);
  expect(selected).toHaveLength(0);
  expect(textOf(trend, ".caption")).toMatch(/^\d+ of 40 runs/);
  expect(all(trend, ".overview")).toHaveLength(1);
});

test("moves the ends of the span by key, but keeps two runs", async () => {
  const trend = await showTrend({ data }, 360);
  const seen = spans();
  const [first, last] = all(trend, ".handle");
  expect(plain(first!.getAttribute("aria-valuetext"))).toBe("11 Oct 2026");
  key(first!, "ArrowLeft");
  await trend.updateComplete;
  expect(first!.getAttribute("aria-valuenow")).toBe("10");
  key(first!, "End");
  await trend.updateComplete;
  expect(first!.getAttribute("aria-valuenow")).toBe("39");
  expect(last!.getAttribute("aria-valuenow")).toBe("40");
  expect(seen).toHaveLength(2);
});

test("moves the span with the window in the overview, and tells it once", async () => {
  const trend = await showTrend({ data }, 360);
  const seen = spans();
  const overview = one(trend, ".overview");
  overview.setPointerCapture = () => undefined;
  const drag = (type: string, share: number) => point(overview, type, share);
  drag("pointerdown", 0.1);
  drag("pointermove", 0.05);
  drag("pointerup", 0.05);
  await trend.updateComplete;
  expect(textOf(trend, ".caption")).toContain("30 of 40 runs, 1–30 Oct 2026");
  expect(seen).toHaveLength(1);
});
