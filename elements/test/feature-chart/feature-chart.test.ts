import { expect, test } from "vitest";
import { FeatureChart } from "../../src/feature-chart/feature-chart.js";
import { MOST_CHARACTERS } from "../../src/feature-chart/load-spec.js";
import { setFetch } from "../../src/fetch.js";

customElements.define("feature-chart", FeatureChart);

const PATIENT = { timeout: 20_000 };
const bars = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  description: "Rows by level",
  height: 120,
  data: {
    values: [
      { level: "a<b>", rows: 3 },
      { level: "b", rows: 5 },
    ],
  },
  mark: { type: "bar", tooltip: true },
  encoding: { x: { field: "rows", type: "quantitative" }, y: { field: "level", type: "nominal" } },
};

/** Shows a chart in a place of 600 px. */
function chart(properties: Partial<FeatureChart>): FeatureChart {
  const element = Object.assign(document.createElement("feature-chart"), properties);
  const place = document.body.appendChild(document.createElement("div"));
  place.style.width = "600px";
  place.append(element);
  return element;
}

function canvas(element: FeatureChart): HTMLCanvasElement | null {
  return element.renderRoot.querySelector("canvas");
}

function alertOf(element: FeatureChart): string {
  return element.renderRoot.querySelector("[role=alert]")?.textContent ?? "";
}

test("draws a stored spec as wide as its place, and follows it", async () => {
  const element = chart({ data: bars });
  await expect.poll(() => canvas(element)?.clientWidth, PATIENT).toBe(558);
  expect(element.renderRoot.querySelector("figure")?.getAttribute("aria-label")).toBe("Rows by level");
  element.parentElement!.style.width = "400px";
  await expect.poll(() => canvas(element)?.clientWidth, PATIENT).toBe(370);
});

test("without a spec it shows none, and does not say that one is on its way", async () => {
  const element = chart({});
  const said = (): string | undefined => element.renderRoot.querySelector("article")?.textContent.trim();
  await expect.poll(said, PATIENT).toBe("");
  element.data = bars;
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
  element.data = null;
  await expect.poll(() => canvas(element), PATIENT).toBeNull();
  expect(said()).toBe("");
  element.data = bars;
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
});

test("after a spec that cannot be drawn, it draws one that can, or nothing", async () => {
  const element = chart({ data: { ...bars, mark: "nope" } });
  await expect.poll(() => alertOf(element), PATIENT).not.toBe("");
  element.data = bars;
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
  element.data = { ...bars, mark: "nope" };
  await expect.poll(() => alertOf(element), PATIENT).not.toBe("");
  element.data = null;
  await expect.poll(() => alertOf(element), PATIENT).toBe("");
});

test("loads it from a feature's folder, through the fetch of the page", async () => {
  const asked: string[] = [];
  setFetch(async (address) => {
    asked.push(new URL(address).pathname);
    return Response.json(bars);
  });
  const element = chart({ src: "/runs/a/features/level/" });
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
  expect(asked).toEqual(["/runs/a/features/level/chart.vl.json"]);
});

test("takes its colours from the theme", async () => {
  const element = chart({ data: bars });
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
  const corner = (): number[] => [...canvas(element)!.getContext("2d")!.getImageData(1, 1, 1, 1).data];
  expect(corner()).toEqual([255, 255, 255, 255]);
  element.setAttribute("theme", "dark");
  await expect.poll(corner, PATIENT).toEqual([0x14, 0x17, 0x1c, 255]);
});

test("shows the rows behind it when asked", async () => {
  const element = chart({ data: bars });
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
  const button = element.renderRoot.querySelector("button")!;
  expect(element.renderRoot.querySelector("table")).toBeNull();
  button.click();
  await expect.poll(() => element.renderRoot.querySelector("table")?.textContent, PATIENT).toContain("a<b>");
  expect(button.getAttribute("aria-pressed")).toBe("true");
  button.click();
  await expect.poll(() => element.renderRoot.querySelector("table"), PATIENT).toBeNull();
});

test("says a tooltip as text", async () => {
  const element = chart({ data: bars });
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
  const { left, top } = canvas(element)!.getBoundingClientRect();
  for (const type of ["pointermove", "mousemove"]) {
    canvas(element)!.dispatchEvent(
      new PointerEvent(type, { clientX: left + 90, clientY: top + 25, bubbles: true }),
    );
  }
  const tip = element.renderRoot.querySelector<HTMLElement>(".tip")!;
  await expect.poll(() => tip.textContent, PATIENT).toContain("a<b>");
  expect(tip.children).toHaveLength(0);
});

test("asks for nothing but the spec, however hostile that is", async () => {
  const before = performance.getEntriesByType("resource").length;
  const element = chart({
    data: {
      ...bars,
      usermeta: { embedOptions: { actions: true, ast: false, patch: "/evil-patch.json" } },
      config: { customFormatTypes: true },
      params: [{ name: "x", expr: "warn('x', 1) + 1" }],
      transform: [{ calculate: "1 + 1", as: "two" }],
    },
  });
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
  expect(element.renderRoot.querySelector(".vega-actions")).toBeNull();
  const asked = performance.getEntriesByType("resource").slice(before);
  expect(asked.filter(({ name }) => name.includes("evil"))).toEqual([]);
  expect(document.querySelector("#vg-tooltip-element, #vega-embed-style")).toBeNull();
});

test.each([
  ["takes its data from elsewhere", { ...bars, data: { url: "https://evil.example/rows.csv" } }],
  ["is not a chart", { ...bars, $schema: "https://vega.github.io/schema/vega/v6.json" }],
  ["is not a chart", { ...bars, encoding: 3, mark: { type: "no such mark" } }],
])("says that it %s", async (said, data) => {
  const element = document.createElement("feature-chart");
  const errors: Event[] = [];
  element.addEventListener("featurescope-error", (event) => errors.push(event));
  document.body.append(Object.assign(element, { data }));
  await expect.poll(() => alertOf(element), PATIENT).toContain(said);
  expect(errors).toHaveLength(1);
});

test("stops where a spec of 5 MB goes beyond what is read", async () => {
  setFetch(async () => new Response(`{"mark":"bar","description":"${"x".repeat(5_000_000)}"}`));
  const element = chart({ src: "/chart.vl.json" });
  await expect.poll(() => alertOf(element), PATIENT).toContain("too large");
  expect(MOST_CHARACTERS).toBeLessThan(5_000_000);
});

test("says what a server answered instead, and tries again when asked", async () => {
  setFetch(async () => new Response("<html>", { headers: { "content-type": "text/html" } }));
  const element = chart({ src: "/chart.vl.json" });
  await expect.poll(() => alertOf(element), PATIENT).toContain("not a chart");
  setFetch(async () => new Response("", { status: 404 }));
  await element.reload();
  await expect.poll(() => alertOf(element), PATIENT).toContain("no report at this address");
  setFetch(async () => Response.json(bars));
  element.renderRoot.querySelector("button")!.click();
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
});

test("a spec that was cut off on its way can be asked for again, one in hand cannot", async () => {
  setFetch(async () => new Response(JSON.stringify(bars).slice(0, -40)));
  const element = chart({ src: "/chart.vl.json" });
  await expect.poll(() => alertOf(element), PATIENT).toContain("not a chart");
  setFetch(async () => Response.json(bars));
  element.renderRoot.querySelector("button")!.click();
  await expect.poll(() => canvas(element), PATIENT).not.toBeNull();
  element.data = "no spec";
  await expect.poll(() => alertOf(element), PATIENT).toContain("not a chart");
  expect(element.renderRoot.querySelector("button")).toBeNull();
});

test("says why in as many lines as it takes, however long an address in it is", async () => {
  const $schema = `https://charts.example/${"a".repeat(120)}.json`;
  const element = chart({ data: { ...bars, $schema } });
  element.parentElement!.style.width = "280px";
  await expect.poll(() => alertOf(element), PATIENT).not.toBe("");
  const reason = element.renderRoot.querySelector("[role=alert] ~ p")!;
  expect(reason.textContent).toContain("https://charts.example/");
  expect(reason.scrollWidth).toBeLessThanOrEqual(reason.clientWidth);
});
