import { beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { FeaturePanel } from "../../src/feature-panel/feature-panel.js";
import { panelDocuments } from "./documents.js";
import { PATIENT, chartOf, pointAt, showPanel, spokenOf, tipOf } from "./show-panel.js";

let panel: FeaturePanel;
let chart: HTMLElement;

beforeEach(async () => {
  const documents = panelDocuments();
  const { current, reference } = documents.distribution.histogram!;
  Object.assign(current, { underflow: 3, overflow: 400 });
  Object.assign(reference!, { underflow: 200, overflow: 0 });
  panel = showPanel({ data: documents });
  chart = await vi.waitUntil(() => chartOf(panel), PATIENT);
});

/** Moves the pointer into the chart, so many px from its right end. */
function pointFromRight(px: number): void {
  pointAt(panel, chart.getBoundingClientRect().right - px);
}

test("the pointer reaches what lies above the axis, in the tooltip of all bins", async () => {
  pointFromRight(7);
  await expect
    .poll(() => tipOf(panel), PATIENT)
    .toMatch(
      /^>\u00a0100: current 7\.[\d]\u00a0%, reference 0\.0\u00a0%, 7\.\d points more, beyond noise\.$/,
    );
  expect(spokenOf(panel)).toBe(tipOf(panel));
  pointFromRight(30);
  await expect.poll(() => tipOf(panel), PATIENT).toMatch(/^Bin 50 of 50/);
});

test("keys reach what lies below and above, and see that its end is in view", async () => {
  chart.focus();
  await userEvent.keyboard("{Home}");
  await expect
    .poll(() => tipOf(panel), PATIENT)
    .toMatch(/^<\u00a00: current 0\.1\u00a0%, reference 2\.0\u00a0%/);
  expect(chart.getAttribute("aria-valuenow")).toBe("1");
  await userEvent.keyboard("{ArrowRight}");
  await expect.poll(() => tipOf(panel), PATIENT).toMatch(/^Bin 1 of 50/);
  await userEvent.keyboard("++{End}");
  await expect.poll(() => tipOf(panel), PATIENT).toMatch(/^>\u00a0100/);
  expect(chart.getAttribute("aria-valuenow")).toBe("52");
  expect(chart.getAttribute("aria-valuemax")).toBe("52");
});
