import { beforeEach, expect, test, vi } from "vitest";
import type { FeaturePanel } from "../../src/feature-panel/feature-panel.js";
import { panelDocuments } from "./documents.js";
import { LateAnswer, json, problem, serve } from "./gateway.js";
import { PATIENT, buttonOf, chartOf, showPanel, textOf } from "./show-panel.js";

const { statistics, distribution } = panelDocuments();
const later = { run: "later", createdAt: "2026-11-20T06:00:00Z" };
const unreachable = problem("store-unreachable", 503, "the store does not answer");

let panel: FeaturePanel;
let canvas: Element;

beforeEach(async () => {
  serve({ "/a/statistics.json": json(statistics), "/a/distribution.json": json(distribution) });
  panel = showPanel({ src: "/a" });
  await vi.waitUntil(() => chartOf(panel), PATIENT);
  canvas = canvasOf()!;
});

function canvasOf(): Element | null {
  return panel.renderRoot.querySelector(".live canvas");
}

function remark(): string {
  return panel.renderRoot.querySelector('[role="status"]') === null ? "" : textOf(panel, '[role="status"]');
}

test("newer figures that cannot be had leave figures and chart, and can be asked for again", async () => {
  const figures = textOf(panel, "table");
  serve({ "/a/statistics.json": unreachable });
  panel.reload();
  await expect
    .poll(remark, PATIENT)
    .toBe("The gateway answers, but its store does not. This is the last report that could be loaded. retry");
  expect(textOf(panel, "table")).toBe(figures);
  expect(canvasOf()).toBe(canvas);

  serve({ "/a/statistics.json": json({ ...statistics, ...later }), "/a/distribution.json": unreachable });
  buttonOf(panel, "retry").click();
  await expect.poll(() => textOf(panel, "footer"), PATIENT).toContain("run later");
  expect(remark()).toBe("");
});

test("a reload shows no skeleton, and a run that is still the newest keeps its chart as it is", async () => {
  buttonOf(panel, "count").click();
  const late = new LateAnswer();
  const gateway = serve({ "/a/statistics.json": late.answer });
  panel.reload();
  await panel.updateComplete;
  expect([textOf(panel, "footer").includes(statistics.run), canvasOf()]).toEqual([true, canvas]);
  const loaded = new Promise((resolve) => {
    panel.addEventListener("featurescope-load", resolve, { once: true });
  });
  late.give(json(statistics));
  await loaded;
  await panel.updateComplete;
  await expect.poll(() => buttonOf(panel, "count").ariaPressed, PATIENT).toBe("true");
  expect(canvasOf()).toBe(canvas);
  expect(gateway.asked).not.toContain("/a/distribution.json");
});

test("the chart of the run before does not stay beside figures whose own cannot be had", async () => {
  serve({ "/a/statistics.json": json({ ...statistics, ...later }), "/a/distribution.json": unreachable });
  panel.reload();
  await expect.poll(() => textOf(panel, ".zone"), PATIENT).toBe("The chart could not be loaded.");
  expect(canvasOf()).toBeNull();
});

test("another address starts anew", async () => {
  panel.src = "/b";
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("not loaded");
  expect(panel.loaded).toBeNull();
});
