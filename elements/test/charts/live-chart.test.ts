import type { DriftBin } from "@featurescope/analyzer/artifact";
import {
  type ChartDocuments,
  type ChartView,
  chartInputs,
  darkColors,
  lightColors,
} from "@featurescope/analyzer/chart";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runtimes } from "../../src/charts/generated/runtimes.js";
import { LiveChart } from "../../src/charts/live-chart.js";
import { runDocuments } from "../feature-compare/two-runs.js";

const view: ChartView = {
  width: 740,
  colors: lightColors,
  language: "en",
  mode: "share",
  domain: null,
  cursor: null,
  allLevels: false,
};
const documents = runDocuments(10, [1000, 2000, 3000, 4000, 500]);

/** The same run as of a categorical feature with two levels. */
function levelDocuments(): ChartDocuments {
  const level = (value: string, current: number, reference: number): DriftBin => ({
    ...documents.statistics.drift!.bins[0]!,
    type: "category",
    low: null,
    high: null,
    value,
    current,
    reference,
  });
  const drift = {
    ...documents.statistics.drift!,
    bins: [level("web", 5000, 7000), level("app", 5000, 3000)],
  };
  return {
    statistics: { ...documents.statistics, kind: "categorical", drift },
    distribution: { ...documents.distribution, histogram: null },
  };
}

let host: HTMLElement;
let chart: LiveChart;

beforeEach(() => {
  host = document.createElement("div");
  host.style.width = "740px";
  document.body.append(host);
  chart = new LiveChart(host);
});

afterEach(() => {
  chart.finalize();
  host.remove();
});

function canvas(): HTMLCanvasElement {
  return host.querySelector("canvas")!;
}

/** Whether a colour is on the canvas, as rgb. */
function shows([red, green, blue]: readonly [number, number, number]): boolean {
  const { width, height } = canvas();
  const { data } = canvas().getContext("2d")!.getImageData(0, 0, width, height);
  for (let i = 0; i < data.length; i += 4)
    if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) return true;
  return false;
}

const CURRENT_FILL = [0xb7, 0xd0, 0xf5] as const;
const DARK_CURRENT_FILL = [0x2b, 0x4a, 0x78] as const;

test("a chart is drawn in the size that the page reserves", async () => {
  await chart.draw(documents, view);
  const box = canvas().getBoundingClientRect();
  expect([box.width, box.height]).toEqual([740, 485]);
  expect(shows(CURRENT_FILL)).toBe(true);
});

test("a canvas is given a chart's size once: each time its memory is made anew", async () => {
  await chart.draw(documents, view);
  const sizes = vi.spyOn(HTMLCanvasElement.prototype, "width", "set");
  const next = new LiveChart(document.createElement("div"));
  await next.draw(documents, view);
  const wide = sizes.mock.calls.filter(([width]) => width >= view.width);
  sizes.mockRestore();
  next.finalize();
  expect(wide).toHaveLength(1);
});

test("drawing again changes theme, width and data of the same canvas", async () => {
  await chart.draw(documents, view);
  const before = canvas();
  await chart.draw(runDocuments(11, [4000, 3000, 2000, 1000, 0]), {
    ...view,
    colors: darkColors,
    width: 360,
  });
  expect(canvas()).toBe(before);
  expect(canvas().getBoundingClientRect().width).toBe(360);
  expect(shows(DARK_CURRENT_FILL)).toBe(true);
  expect(shows(CURRENT_FILL)).toBe(false);
});

test("a narrow chart of levels keeps nothing of the wide one before it", async () => {
  const levels = levelDocuments();
  const narrow = { ...view, width: 630 };
  const [wideSets, narrowSets] = [view, narrow].map((each) => Object.keys(chartInputs(levels, each).data));
  expect(narrowSets!.length).toBeLessThan(wideSets!.length);
  await chart.draw(levels, view);
  await chart.draw(levels, narrow);
  const drawnAgain = await chart.toImage("png");
  const fresh = new LiveChart(document.createElement("div"));
  await fresh.draw(levels, narrow);
  expect(drawnAgain).toBe(await fresh.toImage("png"));
  fresh.finalize();
});

test("another template takes the canvas's place in one step", async () => {
  await chart.draw(documents, view);
  const before = canvas();
  const drawing = chart.draw(documents, { ...view, logY: true });
  expect(canvas()).toBe(before);
  await drawing;
  expect(host.querySelectorAll("canvas")).toHaveLength(1);
  expect(canvas()).not.toBe(before);
});

test("of drawings that overtake each other the last one stays", async () => {
  await Promise.all([
    chart.draw(documents, view),
    chart.draw(documents, { ...view, logY: true }),
    chart.draw(documents, { ...view, width: 400 }),
  ]);
  expect(host.querySelectorAll("canvas")).toHaveLength(1);
  expect(canvas().getBoundingClientRect().width).toBe(400);
});

test("templates come parsed, and charts, data and themes leave them as they are", async () => {
  const before = JSON.stringify(runtimes);
  const others = Array.from({ length: 5 }, () => new LiveChart(document.createElement("div")));
  for (const other of others) {
    await other.draw(documents, view);
    await other.draw(runDocuments(11, [4000, 3000, 2000, 1000, 0]), { ...view, colors: darkColors });
    other.finalize();
  }
  expect(JSON.stringify(runtimes)).toBe(before);
});

test("places are found by px of the host", async () => {
  await chart.draw(documents, view);
  const bins = [300, 380, 460, 540].map((x) => chart.binAt(x, 200));
  expect(bins).toEqual([0, 1, 2, 3]);
  expect(chart.binAt(200, 200)).toBeNull();
  expect(chart.binAt(300, 5)).toBeNull();
});

test("pictures are given as addresses", async () => {
  await expect(async () => chart.toImage("png")).rejects.toThrow("call draw() first");
  await chart.draw(documents, view);
  expect(await chart.toImage("png")).toMatch(/^data:image\/png;base64,/);
  expect(await chart.toImage("svg")).toMatch(/^(blob|data):/);
});

test("the caller's attributes on the host stay its own, and nothing is written elsewhere", async () => {
  const [head, children] = [document.head.innerHTML, document.body.children.length];
  host.setAttribute("role", "slider");
  await chart.draw(documents, view);
  expect(host.getAttributeNames().toSorted()).toEqual(["role", "style"]);
  expect(host.getAttribute("role")).toBe("slider");
  expect([document.head.innerHTML, document.body.children.length]).toEqual([head, children]);
});

test("finalize leaves nothing behind, even while a drawing is under way", async () => {
  await chart.draw(documents, view);
  const drawing = chart.draw(documents, { ...view, logY: true });
  chart.finalize();
  await drawing;
  expect(host.childNodes).toHaveLength(0);
  expect(chart.binAt(300, 200)).toBeNull();
});
