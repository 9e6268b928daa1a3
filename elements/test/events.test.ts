import type { FeatureList } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { BoardLoadEvent } from "../src/feature-board/board-load-event.js";
import { FeatureSelectEvent } from "../src/feature-board/feature-select-event.js";
import { ChartLoadEvent } from "../src/feature-chart/chart-load-event.js";
import { FeatureErrorEvent, FeatureLoadEvent } from "../src/feature-panel/panel-events.js";
import { RunSelectEvent } from "../src/feature-trend/trend-events.js";
import { setFetch } from "../src/fetch.js";
import { defineElements } from "./define-elements.js";
import { CREDIT, featureList } from "./feature-board/credit-list.js";
import { historyOf, panelDocuments } from "./feature-panel/documents.js";

const TAGS = defineElements();

const documents = panelDocuments();
const list: FeatureList = featureList(CREDIT);
const good: Record<string, unknown> = {
  "statistics.json": documents.statistics,
  "distribution.json": documents.distribution,
  history: historyOf(documents),
  features: list,
  "chart.vl.json": {
    data: { values: [{ a: 1 }] },
    mark: "point",
    encoding: { x: { field: "a", type: "quantitative" } },
  },
};

/** Puts an element into a shadow root, as a page's own component would, and gives the first event of a type that gets out. */
async function heard(tag: string, type: string, act?: (element: HTMLElement) => void): Promise<Event> {
  const element = document.createElement(tag);
  element.setAttribute("src", `/api/v1/features${tag === "feature-board" ? "" : "/loan_amount/"}`);
  element.setAttribute("feature-name", "loan_amount");
  element.setAttribute("api-base", location.origin);
  const host = document.createElement("div");
  host.attachShadow({ mode: "open" }).append(element);
  const first = new Promise<Event>((resolve) => {
    document.body.addEventListener(type, resolve, { once: true });
  });
  document.body.append(host);
  if (act !== undefined) {
    const timer = setInterval(() => act(element), 50);
    void first.then(() => clearInterval(timer));
  }
  return first;
}

function answerWell(): void {
  setFetch(async (address) => {
    const document = good[new URL(address).pathname.split("/").at(-1) ?? ""];
    return document === undefined ? new Response("", { status: 404 }) : Response.json(document);
  });
}

const { statistics } = documents;

test.each([
  ["feature-panel", FeatureLoadEvent, { statistics: { feature: statistics.feature, run: statistics.run } }],
  ["feature-trend", FeatureLoadEvent, { statistics: { feature: statistics.feature, run: statistics.run } }],
  ["feature-compare", FeatureLoadEvent, { statistics: { feature: statistics.feature, run: statistics.run } }],
  ["feature-monitor-panel", FeatureLoadEvent, { statistics: { run: statistics.run } }],
  ["feature-board", BoardLoadEvent, { list: { run: list.run } }],
  ["feature-chart", ChartLoadEvent, { src: "/api/v1/features/loan_amount/" }],
])("%s tells the page what it shows", async (tag, type, detail) => {
  answerWell();
  const event = await heard(tag, "featurescope-load");
  expect(event).toBeInstanceOf(type);
  expect(event).toMatchObject({ bubbles: true, composed: true, detail });
});

test.each(TAGS)("%s tells the page why it cannot", async (tag) => {
  setFetch(async () => new Response("", { status: 404 }));
  const event = await heard(tag, "featurescope-error");
  expect(event).toBeInstanceOf(FeatureErrorEvent);
  expect((event as FeatureErrorEvent).detail.error).toMatchObject({ code: "not-found", status: 404 });
});

test("a board tells which feature was selected", async () => {
  answerWell();
  const event = await heard("feature-board", "featurescope-select", ({ shadowRoot }) =>
    shadowRoot?.querySelector<HTMLElement>("[data-key=loan_amount]")?.click(),
  );
  expect(event).toBeInstanceOf(FeatureSelectEvent);
  expect((event as FeatureSelectEvent).detail).toMatchObject({ feature: "loan_amount", key: "loan_amount" });
});

test("a trend tells which run was selected", async () => {
  answerWell();
  const event = await heard("feature-trend", "featurescope-select", ({ shadowRoot }) => {
    const slider = shadowRoot?.querySelector("[role=slider]");
    for (const key of ["End", "Enter"]) slider?.dispatchEvent(new KeyboardEvent("keydown", { key }));
  });
  expect(event).toBeInstanceOf(RunSelectEvent);
  expect((event as RunSelectEvent).detail.href).toMatch(/\/runs\/[^/]+\/features\/loan_amount\/$/);
});

test("a comparison tells which run was made the base", async () => {
  answerWell();
  const event = await heard("feature-compare", "featurescope-select", ({ shadowRoot }) => {
    const presets = [...(shadowRoot?.querySelectorAll<HTMLElement>("button") ?? [])];
    presets.find((button) => button.textContent.trim() === "previous run")?.click();
  });
  expect(event).toBeInstanceOf(RunSelectEvent);
  expect((event as RunSelectEvent).detail).toMatchObject({ feature: "loan_amount", run: expect.any(String) });
});
