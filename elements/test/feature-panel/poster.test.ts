import { chartHeight } from "@featurescope/analyzer/chart";
import { expect, test } from "vitest";
import type { FeaturePanel } from "../../src/feature-panel/feature-panel.js";
import { panelDocuments } from "./documents.js";
import { LateAnswer, json, picture, serve } from "./gateway.js";
import { chartOf, showPanel, textOf, PATIENT } from "./show-panel.js";

const { statistics, distribution } = panelDocuments();

function posterOf(panel: FeaturePanel): HTMLCanvasElement | null {
  return panel.renderRoot.querySelector<HTMLCanvasElement>(".poster canvas");
}

/** Sum of the shifts of the page's layout from now on. */
function watchShifts(): () => number {
  let sum = 0;
  const count = (list: PerformanceObserverEntryList): void => {
    for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
  };
  const observer = new PerformanceObserver(count);
  observer.observe({ type: "layout-shift" });
  return () => {
    for (const entry of observer.takeRecords()) sum += (entry as PerformanceEntry & { value: number }).value;
    return sum;
  };
}

/** Two frames, so that what was laid out is also told. */
async function frames(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

test("the chart takes the poster's box, and nothing on the page moves", async () => {
  const late = new LateAnswer();
  serve({
    "/a/statistics.json": json(statistics),
    "/a/chart.png": await picture(400),
    "/a/distribution.json": late.answer,
  });
  const panel = showPanel({ src: "/a" });
  const below = document.createElement("p");
  below.textContent = "what stands below the panel";
  document.body.append(below);
  await expect.poll(() => posterOf(panel), PATIENT).not.toBeNull();
  expect(panel.renderRoot.querySelector(".poster")!.getAttribute("aria-label")).toContain("Shifted");
  const box = panel.renderRoot.querySelector<HTMLElement>(".zone")!;
  expect(box.clientHeight).toBe(chartHeight(statistics, box.clientWidth));
  const { width, height } = posterOf(panel)!.getBoundingClientRect();
  expect([width, height]).toEqual([box.clientWidth, box.clientHeight]);
  await frames();
  const before = below.getBoundingClientRect().top;
  const shifts = watchShifts();
  late.give(json(distribution));
  await expect.poll(() => chartOf(panel), PATIENT).not.toBeNull();
  await frames();
  expect(posterOf(panel)).toBeNull();
  expect(box.querySelector("canvas")!.getBoundingClientRect().height).toBe(box.clientHeight);
  expect(below.getBoundingClientRect().top).toBe(before);
  expect(shifts()).toBe(0);
});

test("layout shifts are seen where there are any", async () => {
  const [above, below] = [document.createElement("p"), document.createElement("p")];
  below.textContent = "what moves";
  document.body.append(above, below);
  await frames();
  const shifts = watchShifts();
  above.style.height = "200px";
  await frames();
  expect(shifts()).toBeGreaterThan(0);
});

test("once the page has the chart's code, no poster is asked for", async () => {
  const gateway = serve({
    "/a/statistics.json": json(statistics),
    "/a/distribution.json": json(distribution),
    "/a/chart.png": await picture(400),
  });
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => chartOf(panel), PATIENT).not.toBeNull();
  expect(gateway.asked).not.toContain("/a/chart.png");
});

test("without a distribution the picture stays, and says that it is one", async () => {
  serve({ "/a/statistics.json": json(statistics), "/a/chart.png": await picture(400) });
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => posterOf(panel), PATIENT).not.toBeNull();
  expect(textOf(panel)).toContain("A picture: the chart could not be loaded.");
  expect(chartOf(panel)).toBeNull();
});

test.each([
  ["the dark one where the report has it", ["chart.png", "chart-dark.png"], "/a/chart-dark.png"],
  ["else the light one", ["chart.png"], "/a/chart.png"],
] as const)("in dark, the picture that stays is %s", async (_, pictures, expected) => {
  const drawn = { ...statistics, pictures: [...pictures] };
  const gateway = serve({ "/a/statistics.json": json(drawn), [expected]: await picture(400) });
  const panel = showPanel({ src: "/a", theme: "dark" });
  await expect.poll(() => posterOf(panel), PATIENT).not.toBeNull();
  expect(gateway.asked.filter((path) => path.endsWith(".png"))).toEqual([expected]);
});

test("a report without pictures is asked for none", async () => {
  const gateway = serve({ "/a/statistics.json": json({ ...statistics, pictures: [] }) });
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => textOf(panel, ".zone"), PATIENT).toBe("The chart could not be loaded.");
  expect(gateway.asked.filter((path) => path.endsWith(".png"))).toEqual([]);
});

test("without either, the box says so and keeps its place", async () => {
  serve({ "/a/statistics.json": json(statistics) });
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => textOf(panel, ".zone"), PATIENT).toBe("The chart could not be loaded.");
  expect(panel.renderRoot.querySelector(".zone")!.clientHeight).toBeGreaterThan(300);
});

test("far below the viewport a panel asks for figures alone", async () => {
  const gateway = serve({ "/a/statistics.json": json(statistics) });
  const space = document.createElement("div");
  space.style.height = "5000px";
  document.body.append(space);
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toContain("shifted");
  await frames();
  expect(gateway.asked).toEqual(["/a/statistics.json"]);
  panel.scrollIntoView();
  await expect.poll(() => gateway.asked, PATIENT).toContain("/a/distribution.json");
});
