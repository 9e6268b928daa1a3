// Here already, so that no test waits for them.
import "../../src/feature-panel/chart/live-zone.js";
import type { FeatureList } from "@featurescope/analyzer/artifact";
import { afterEach, expect, test } from "vitest";
import { FeatureBoard } from "../../src/feature-board/feature-board.js";
import { FeatureCompare } from "../../src/feature-compare/feature-compare.js";
import { FeatureMonitorPanel } from "../../src/feature-monitor-panel/feature-monitor-panel.js";
import { type RowPlan, featureList } from "../feature-board/credit-list.js";
import { historyOf as panelHistory } from "../feature-panel/documents.js";
import { PATIENT, buttonOf, showPanel, textOf } from "../feature-panel/show-panel.js";
import { calm, historyOf } from "../feature-trend/history-of.js";
import { textOf as textOfTrend, showTrend } from "../feature-trend/show-trend.js";
import { FOLDER, after, before, livePanel, publish, runFolder, spoken, tell } from "./published.js";
import { report, standIn, unknown } from "./stand-in-gateway.js";
import { withoutLingering } from "./without-lingering.js";

customElements.define("feature-board", FeatureBoard);
customElements.define("feature-compare", FeatureCompare);
customElements.define("feature-monitor-panel", FeatureMonitorPanel);

afterEach(() => withoutLingering(() => document.body.replaceChildren()));

test("a panel shows a published run, all of it at once, in the same chart and as the reader had set it", async () => {
  const gateway = standIn({});
  const panel = await livePanel(gateway);
  const canvas = panel.renderRoot.querySelector(".live canvas");
  buttonOf(panel, "count").click();
  await expect.poll(() => buttonOf(panel, "count").ariaPressed, PATIENT).toBe("true");
  expect(spoken(panel)).toBe("");

  publish(gateway, after);
  gateway.asked.length = 0;
  const { run } = after.statistics;
  const whole: boolean[] = [];
  panel.addEventListener("featurescope-load", () => {
    whole.push(
      ["statistics.json", "distribution.json"].every((f) => gateway.asked.includes(runFolder(after) + f)),
    );
    whole.push(gateway.asked.includes(`${FOLDER}history`));
  });
  tell(gateway, after);
  await expect.poll(() => textOf(panel, "footer"), PATIENT).toContain(`run ${run}`);
  expect(whole).toEqual([true, true]);
  expect(textOf(panel, ".badge")).toContain("shifted");
  expect(textOf(panel, ".mark")).toMatch(/^updated \d\d:\d\d$/);
  expect(spoken(panel)).toBe("loan_amount: shifted, was stable.");
  expect(panel.renderRoot.querySelector(".live canvas")).toBe(canvas);
  expect(buttonOf(panel, "count").ariaPressed).toBe("true");
  // Each document once, and none of another run.
  expect(gateway.asked.toSorted()).toEqual([
    `${FOLDER}history`,
    `${runFolder(after)}distribution.json`,
    `${runFolder(after)}statistics.json`,
  ]);
});

test("a panel keeps what it shows where the run lacks the feature, and for a window that was filled in later", async () => {
  const gateway = standIn({});
  const panel = await livePanel(gateway);
  gateway.open()[0]!.send(report(1, "without-it"));
  await expect.poll(() => gateway.asked.at(-1), PATIENT).toContain("/runs/without-it/");
  gateway.asked.length = 0;
  gateway.open()[0]!.send(report(2, "older", { isNewest: false }));
  await expect.poll(() => gateway.asked, PATIENT).toContain(`${FOLDER}history`);
  gateway.open()[0]!.send(report(3, "elsewhere", { pipeline: "flights", key: "flights" }));
  gateway.open()[0]!.send(report(4, "broken"));
  gateway.answers.set("/api/v1/pipelines/credit/runs/broken/features/loan_amount/statistics.json", () =>
    Response.json({ schemaVersion: 99 }),
  );
  await expect.poll(() => textOf(panel), PATIENT).toContain("newer Featurescope");
  expect(textOf(panel, "footer")).toContain(`run ${before.statistics.run}`);
  expect(textOf(panel, ".mark")).toBe("live");
  expect(gateway.asked.filter((path) => path.includes("elsewhere"))).toEqual([]);
});

test("a panel waits for a gateway that hears of the run a little later", async () => {
  const gateway = standIn({});
  const panel = await livePanel(gateway);
  const path = `${runFolder(after)}statistics.json`;
  gateway.answers.set(path, () => unknown("unknown-run"));
  tell(gateway, after);
  await expect.poll(() => gateway.asked, PATIENT).toContain(path);
  publish(gateway, after);
  await expect.poll(() => textOf(panel, "footer"), PATIENT).toContain(`run ${after.statistics.run}`);
});

test("a panel that no run had shows the first that has it", async () => {
  const gateway = standIn({});
  const panel = showPanel({ src: FOLDER, live: true });
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("not loaded");
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  publish(gateway, after);
  tell(gateway, after);
  await expect.poll(() => textOf(panel, "footer"), PATIENT).toContain(`run ${after.statistics.run}`);
});

test("what was published while the page loaded is found", async () => {
  const gateway = standIn({});
  publish(gateway, after);
  gateway.answers.set(`${FOLDER}statistics.json`, () => Response.json(before.statistics));
  const panel = showPanel({ src: FOLDER, live: true });
  await expect.poll(() => textOf(panel, "footer"), PATIENT).toContain(`run ${after.statistics.run}`);
});

test.each([
  ["a plain file server's", "/reports/now/features/loan_amount/"],
  ["a run's, which never changes", runFolder(before)],
])("at an address that is %s nothing is followed", async (_, src) => {
  const gateway = standIn({ [`${src}statistics.json`]: before.statistics });
  const panel = showPanel({ src, live: true });
  await expect.poll(() => textOf(panel, "footer"), PATIENT).toContain("run");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(gateway.streams).toEqual([]);
  expect(panel.renderRoot.querySelector(".mark")).toBeNull();
});

const rows: RowPlan[] = Array.from({ length: 5 }, (_, i) => ({ name: `feature_${i}`, index: 0.2 - i / 100 }));

function list(features: readonly RowPlan[], run: string): FeatureList {
  const made = featureList(features);
  return {
    ...made,
    pipeline: "credit",
    run,
    createdAt: run === "a" ? "2026-11-22T01:00:00Z" : "2026-11-22T02:00:00Z",
  };
}

test("a board changes its rows in their places, offers to rank anew, and speaks of changed verdicts only", async () => {
  const gateway = standIn({ "/api/v1/pipelines/credit/features": list(rows, "a") });
  const board = Object.assign(document.createElement("feature-board"), {
    src: "/api/v1/pipelines/credit/features",
    live: true,
  });
  document.body.append(board);
  const names = () =>
    [...board.renderRoot.querySelectorAll("[data-key]")].map((row) => row.getAttribute("data-key"));
  const footer = () => board.renderRoot.querySelector("footer")!.textContent.replaceAll(/\s+/g, " ");
  await expect.poll(names, PATIENT).toHaveLength(5);
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  const order = names();
  const height = board.offsetHeight;
  expect(footer()).toContain("no verdicts changed since");

  gateway.answers.set("/api/v1/pipelines/credit/features", () =>
    Response.json(list(rows.with(4, { name: "feature_4", index: 0.9 }), "b")),
  );
  gateway.open()[0]!.send(report(1, "b"));
  await expect.poll(footer, PATIENT).toContain("1 verdict changed since");
  expect(names()).toEqual(order);
  expect(board.offsetHeight).toBe(height);
  expect(spoken(board)).toBe("feature_4: shifted, was watch.");
  board.renderRoot.querySelector<HTMLButtonElement>("footer button")!.click();
  await board.updateComplete;
  expect(names()[0]).toBe("feature_4");
});

test("a trend grows by the published run, and keeps the span that the reader chose", async () => {
  const gateway = standIn({ [`${FOLDER}history`]: { ...historyOf(calm(12)), pipeline: "credit" } });
  const trend = await showTrend({ src: FOLDER, live: true });
  await expect.poll(() => trend.renderRoot.querySelector(".live"), PATIENT).not.toBeNull();
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  const slider = trend.renderRoot.querySelector<HTMLElement>(".live")!;
  for (const init of [{ key: "Home" }, { key: "PageDown", shiftKey: true }, { key: "Enter" }])
    slider.dispatchEvent(new KeyboardEvent("keydown", init));
  await expect.poll(() => slider.ariaValueMax, PATIENT).toBe("6");
  gateway.answers.set(`${FOLDER}history`, () =>
    Response.json({ ...historyOf([...calm(12), { index: 0.4 }]), pipeline: "credit" }),
  );
  gateway.answers.set("/api/v1/pipelines/credit/runs/day-12/features/loan_amount/statistics.json", () =>
    Response.json(after.statistics),
  );
  gateway.open()[0]!.send(report(1, "day-12"));
  await expect.poll(() => textOfTrend(trend, ".badge"), PATIENT).toContain("shifted");
  expect(trend.renderRoot.querySelector(".live")!.ariaValueMax).toBe("6");
  expect(spoken(trend)).toBe("loan_amount: shifted, was stable.");
});

test("a comparison looks at the published run, against the one before it", async () => {
  const gateway = standIn({});
  const history = panelHistory(after, 2);
  history.rows[0] = { ...history.rows[0]!, run: before.statistics.run, window: before.statistics.window };
  publish(gateway, after, history);
  publish(gateway, before, { ...history, rows: history.rows.slice(0, 1) });
  const compare = Object.assign(document.createElement("feature-compare"), { src: FOLDER, live: true });
  const loads: string[] = [];
  compare.addEventListener("featurescope-load", (event) => {
    if ("statistics" in event.detail) loads.push(event.detail.statistics.run);
  });
  document.body.append(compare);
  await expect.poll(() => loads, PATIENT).toEqual([before.statistics.run]);
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  publish(gateway, after, history);
  tell(gateway, after);
  await expect.poll(() => loads, PATIENT).toEqual([before, after].map(({ statistics }) => statistics.run));
  await expect
    .poll(() => compare.renderRoot.querySelector(".mark")?.textContent, PATIENT)
    .toMatch(/^updated/);
  const text = () => compare.renderRoot.querySelector("article")!.textContent.replaceAll("\u00a0", " ");
  await expect.poll(text, PATIENT).toContain("Oct 2026 against Sep 2026");
});

/** An element that is live. */
function make(tag: string): HTMLElement {
  const element = document.createElement(tag);
  element.setAttribute("src", tag === "feature-board" ? "/api/v1/pipelines/credit/features" : FOLDER);
  element.setAttribute("feature-name", "loan_amount");
  element.setAttribute("api-base", location.origin);
  element.toggleAttribute("live", true);
  return element;
}

test("elements of all kinds share one stream, and 500 that come and go leave none", async () => {
  const gateway = standIn({ "/api/v1/pipelines/credit/features": list(rows, "a") });
  publish(gateway, before);
  const tags = [
    "feature-panel",
    "feature-board",
    "feature-trend",
    "feature-compare",
    "feature-monitor-panel",
  ];
  document.body.append(...tags.map(make));
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  let most = 0;
  for (let turn = 0; turn < 100; turn++) {
    document.body.replaceChildren(...tags.map(make));
    await new Promise((resolve) => setTimeout(resolve));
    most = Math.max(most, gateway.open().length);
  }
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  document.body.replaceChildren();
  await expect.poll(() => gateway.open().length, PATIENT).toBe(0);
  expect(most).toBe(1);
  // One that lingers is taken over; where all were gone for longer, there is another.
  expect(gateway.streams.length).toBeLessThan(10);
}, 120_000);

test("a run that could not be had when it was told of is shown once the gateway is back", async () => {
  const gateway = standIn({});
  const panel = await livePanel(gateway);
  const { run } = after.statistics;
  gateway.answers.set(`${runFolder(after)}statistics.json`, () => {
    throw new TypeError("Failed to fetch");
  });
  tell(gateway, after);
  await expect.poll(() => textOf(panel), PATIENT).toContain("the last report that could be loaded");
  expect(panel.loaded?.document.run).toBe(before.statistics.run);
  publish(gateway, after);
  gateway.open()[0]!.end();
  await expect.poll(() => panel.loaded?.document.run, PATIENT).toBe(run);
  expect(textOf(panel)).not.toContain("the last report that could be loaded");
});
