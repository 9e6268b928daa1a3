import { afterEach, beforeEach, expect, test } from "vitest";
import { FeatureBoard } from "../../src/feature-board/feature-board.js";
import { FeatureCompare } from "../../src/feature-compare/feature-compare.js";
import type { FeaturePanel } from "../../src/feature-panel/feature-panel.js";
import { FeatureTrend } from "../../src/feature-trend/feature-trend.js";
import { setFetch } from "../../src/fetch.js";
import { featureList } from "../feature-board/credit-list.js";
import { historyOf as panelHistory, panelDocuments } from "../feature-panel/documents.js";
import { PATIENT, chartOf, showPanel } from "../feature-panel/show-panel.js";

customElements.define("feature-board", FeatureBoard);
customElements.define("feature-trend", FeatureTrend);
customElements.define("feature-compare", FeatureCompare);

const FEATURES = "/api/v1/pipelines/credit/features";
const FOLDER = `${FEATURES}/loan_amount/`;
const documents = panelDocuments();
const history = panelHistory(documents);
const ANSWERS: Record<string, unknown> = {
  [FEATURES]: featureList([{ name: "age", index: 0.1 }]),
  [`${FOLDER}statistics.json`]: documents.statistics,
  [`${FOLDER}distribution.json`]: documents.distribution,
  [`${FOLDER}history`]: history,
};

/** What cannot be reached now. */
let isAway: (path: string) => boolean;
let asked: string[];

beforeEach(() => {
  isAway = () => true;
  asked = [];
  setFetch(async (address) => {
    const { pathname } = new URL(address);
    asked.push(pathname);
    if (isAway(pathname)) throw new TypeError("Failed to fetch");
    const answer = ANSWERS[pathname];
    return answer === undefined ? new Response("", { status: 404 }) : Response.json(answer);
  });
});

afterEach(() => document.body.replaceChildren());

function comeOnline(): void {
  isAway = () => false;
  dispatchEvent(new Event("online"));
}

const SHOW = {
  "feature-panel": { src: FOLDER },
  "feature-trend": { src: FOLDER },
  "feature-board": { src: FEATURES },
  "feature-compare": { src: FOLDER, against: FOLDER },
} as const;

test.each(Object.entries(SHOW))(
  "a %s that could not be loaded comes with the network",
  async (tag, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    const told: string[] = [];
    for (const type of ["featurescope-load", "featurescope-error"])
      element.addEventListener(type, () => told.push(type));
    document.body.append(element);
    await expect.poll(() => told, PATIENT).toEqual(["featurescope-error"]);
    comeOnline();
    await expect.poll(() => told, PATIENT).toEqual(["featurescope-error", "featurescope-load"]);
  },
);

test("documents in hand that could not be shown are tried again with the network, by which code may be missing", async () => {
  const told: string[] = [];
  const panel = showPanel({ data: {} as FeaturePanel["data"] });
  panel.addEventListener("featurescope-error", ({ type }) => told.push(type));
  await expect.poll(() => told, PATIENT).toHaveLength(1);
  comeOnline();
  await expect.poll(() => told.length, PATIENT).toBeGreaterThan(1);
});

test("a panel whose chart could not be loaded gets it with the network, and its figures stay", async () => {
  isAway = (path) => path.endsWith("distribution.json");
  const panel = showPanel({ src: FOLDER });
  await expect
    .poll(() => panel.renderRoot.querySelector(".wait")?.textContent, PATIENT)
    .toMatch(/could not be loaded/);
  const figures = panel.renderRoot.querySelector("table");
  expect(chartOf(panel)).toBeNull();
  comeOnline();
  await expect.poll(() => chartOf(panel), PATIENT).not.toBeNull();
  expect(panel.renderRoot.querySelector("table")).toBe(figures);
});

test("where names are not found yet at that moment, it is asked for again", async () => {
  const panel = showPanel({ src: FOLDER });
  const told: string[] = [];
  for (const type of ["featurescope-load", "featurescope-error"])
    panel.addEventListener(type, () => told.push(type));
  await expect.poll(() => told, PATIENT).toEqual(["featurescope-error"]);
  dispatchEvent(new Event("online"));
  await expect.poll(() => told, PATIENT).toHaveLength(2);
  isAway = () => false;
  await expect.poll(() => told, PATIENT).toEqual([told[0], told[0], "featurescope-load"]);
});

test("what is shown is not asked for again", async () => {
  isAway = () => false;
  const panel = showPanel({ src: FOLDER });
  await expect.poll(() => chartOf(panel), PATIENT).not.toBeNull();
  isAway = () => true;
  const other = `${FEATURES}/age/`;
  const failed = showPanel({ src: other });
  await new Promise((resolve) => failed.addEventListener("featurescope-error", resolve, { once: true }));
  const before = asked.length;
  dispatchEvent(new Event("online"));
  // One that hears of the network later than the other asks: the other would have asked by then.
  await new Promise((resolve) => failed.addEventListener("featurescope-error", resolve, { once: true }));
  expect(asked.slice(before).filter((path) => !path.startsWith(other))).toEqual([]);
});
