// Here already, so that no test waits for it.
import "../../src/feature-panel/chart/live-zone.js";
import type { FeatureList } from "@featurescope/analyzer/artifact";
import { afterEach, expect, test } from "vitest";
import { FeatureBoard } from "../../src/feature-board/feature-board.js";
import { FeatureCompare } from "../../src/feature-compare/feature-compare.js";
import { featureList } from "../feature-board/credit-list.js";
import { historyOf as panelHistory } from "../feature-panel/documents.js";
import { PATIENT, textOf } from "../feature-panel/show-panel.js";
import { calm, historyOf } from "../feature-trend/history-of.js";
import { textOf as textOfTrend, showTrend } from "../feature-trend/show-trend.js";
import { FOLDER, after, before, livePanel, publish, runFolder, spoken, tell } from "./published.js";
import { type StandIn, standIn, unknown, withdrawn } from "./stand-in-gateway.js";
import { withoutLingering } from "./without-lingering.js";

customElements.define("feature-board", FeatureBoard);
customElements.define("feature-compare", FeatureCompare);

afterEach(() => withoutLingering(() => document.body.replaceChildren()));

const [older, newer] = [before.statistics.run, after.statistics.run];
const withdraw = (gateway: StandIn, id = 1): void => gateway.open()[0]!.send(withdrawn(id, newer));
const reset = (gateway: StandIn, id: string): void =>
  gateway.open()[0]!.send(`id: ${id}\nevent: reset\ndata: {}\n\n`);

test("a panel goes back to the run that is newest now, all of it at once, and on to the next one", async () => {
  const gateway = standIn({});
  const panel = await livePanel(gateway, after);
  const canvas = panel.renderRoot.querySelector(".live canvas");
  publish(gateway, before);
  gateway.asked.length = 0;
  withdraw(gateway);
  await expect.poll(() => panel.loaded?.document.run, PATIENT).toBe(older);
  expect(gateway.asked.toSorted()).toEqual([
    `${FOLDER}history`,
    `${FOLDER}statistics.json`,
    `${runFolder(before)}distribution.json`,
  ]);
  await expect.poll(() => textOf(panel, "footer"), PATIENT).toContain(`run ${older}`);
  expect(textOf(panel, ".badge")).toContain("stable");
  expect(textOf(panel, ".mark")).toMatch(/^updated \d\d:\d\d$/);
  expect(spoken(panel)).toBe("loan_amount: stable, was shifted.");
  expect(panel.renderRoot.querySelector(".live canvas")).toBe(canvas);

  // Published again, it is a run like any other.
  publish(gateway, after);
  tell(gateway, after);
  await expect.poll(() => panel.loaded?.document.run, PATIENT).toBe(newer);
});

test("an older run is shown for nothing less: a gateway that lags behind answers it as well", async () => {
  const gateway = standIn({});
  const panel = await livePanel(gateway, after);
  publish(gateway, before);
  gateway.asked.length = 0;
  reset(gateway, "f-1");
  await expect.poll(() => gateway.asked, PATIENT).toContain(`${runFolder(before)}statistics.json`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(panel.loaded?.document.run).toBe(newer);
  withdraw(gateway);
  await expect.poll(() => panel.loaded?.document.run, PATIENT).toBe(older);
});

test("a gateway that has not noticed is asked again, and never brings the run back", async () => {
  const gateway = standIn({});
  const panel = await livePanel(gateway, after);
  gateway.asked.length = 0;
  withdraw(gateway);
  await expect.poll(() => gateway.asked, PATIENT).toContain(`${FOLDER}statistics.json`);
  expect(panel.loaded?.document.run).toBe(newer);
  publish(gateway, before);
  await expect.poll(() => panel.loaded?.document.run, PATIENT).toBe(older);

  const shown: string[] = [];
  panel.addEventListener("featurescope-load", ({ detail }) => shown.push(detail.statistics.run));
  publish(gateway, after);
  gateway.asked.length = 0;
  reset(gateway, "f-1");
  await expect
    .poll(() => gateway.asked.toSorted(), PATIENT)
    .toEqual(["/api/v1/pipelines", `${FOLDER}statistics.json`]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([panel.loaded?.document.run, shown]).toEqual([older, []]);
});

test("what a reader loads again, or first, from a gateway that has not noticed is given up by itself", async () => {
  const gateway = standIn({});
  const panel = await livePanel(gateway, before);
  gateway.asked.length = 0;
  withdraw(gateway);
  await expect.poll(() => gateway.asked, PATIENT).toContain(`${FOLDER}history`);
  publish(gateway, after);
  panel.reload();
  await expect.poll(() => panel.loaded?.document.run, PATIENT).toBe(newer);
  publish(gateway, before);
  await expect.poll(() => panel.loaded?.document.run, PATIENT).toBe(older);
});

test("where no run is left a panel keeps what it shows and says why, until there is one", async () => {
  const gateway = standIn({});
  const panel = await livePanel(gateway, after);
  gateway.answers.clear();
  gateway.answers.set(`${FOLDER}statistics.json`, () => unknown("unknown-pipeline"));
  withdraw(gateway);
  await expect.poll(() => textOf(panel), PATIENT).toContain("This is the last report that could be loaded.");
  expect(textOf(panel, "footer")).toContain(`run ${newer}`);

  publish(gateway, before);
  tell(gateway, before);
  await expect.poll(() => panel.loaded?.document.run, PATIENT).toBe(older);
  await expect.poll(() => textOf(panel), PATIENT).not.toContain("the last report");
});

/** A board's only row in a run. */
function list(run: string, index: number, createdAt: string): FeatureList {
  return { ...featureList([{ name: "income", index }]), pipeline: "credit", run, createdAt };
}

test("a board goes back", async () => {
  const address = "/api/v1/pipelines/credit/features";
  const gateway = standIn({ [address]: list(newer, 0.9, "2026-11-22T02:00:00Z") });
  const board = Object.assign(document.createElement("feature-board"), { src: address, live: true });
  document.body.append(board);
  const row = () => board.renderRoot.querySelector("[data-key]")?.textContent ?? "";
  await expect.poll(row, PATIENT).toContain("shifted");
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  gateway.answers.set(address, () => Response.json(list(older, 0.01, "2026-11-22T01:00:00Z")));
  withdraw(gateway);
  await expect.poll(row, PATIENT).toContain("stable");
  expect(spoken(board)).toBe("income: stable, was shifted.");
});

test("a trend leaves the run out, also where the answer still has it, and keeps its title", async () => {
  const all = { ...historyOf([...calm(11), { index: 0.4 }]), pipeline: "credit" };
  const gateway = standIn({
    [`${FOLDER}history`]: all,
    [`${FOLDER}statistics.json`]: { ...after.statistics, title: { en: "Amount of the loan" } },
  });
  const trend = await showTrend({ src: FOLDER, live: true });
  await expect.poll(() => textOfTrend(trend, ".badge"), PATIENT).toContain("shifted");
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  gateway.answers.set(`${FOLDER}statistics.json`, () => unknown("unknown-run"));
  for (const [id, run, left] of [
    [1, "day-11", "11"],
    [2, "day-4", "10"],
  ] as const) {
    gateway.open()[0]!.send(withdrawn(id, run));
    await expect.poll(() => trend.renderRoot.querySelector(".live")!.ariaValueMax, PATIENT).toBe(left);
  }
  expect(textOfTrend(trend, ".badge")).toContain("stable");
  expect(textOfTrend(trend, "h2")).toContain("Amount of the loan");
});

test("a comparison looks at the run that is newest now, and against none that is gone", async () => {
  const gateway = standIn({});
  const history = panelHistory(after, 2);
  history.rows[0] = { ...history.rows[0]!, run: older, window: before.statistics.window };
  publish(gateway, before, { ...history, rows: history.rows.slice(0, 1) });
  publish(gateway, after, history);
  const compare = Object.assign(document.createElement("feature-compare"), { src: FOLDER, live: true });
  document.body.append(compare);
  const text = () => compare.renderRoot.querySelector("article")!.textContent.replaceAll("\u00a0", " ");
  await expect.poll(text, PATIENT).toContain("Oct 2026 against Sep 2026");
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  publish(gateway, before, { ...history, rows: history.rows.slice(0, 1) });
  withdraw(gateway);
  await expect.poll(text, PATIENT).not.toContain("Oct 2026");
  expect(text()).toContain("Sep 2026");
});

test("at the address of a run a panel keeps what it shows, and follows nothing", async () => {
  const gateway = standIn({});
  publish(gateway, after);
  const panel = await livePanel(gateway, after);
  const pinned = Object.assign(document.createElement("feature-panel"), {
    src: runFolder(after),
    live: true,
  });
  document.body.append(pinned);
  await expect.poll(() => pinned.loaded?.document.run, PATIENT).toBe(newer);
  publish(gateway, before);
  withdraw(gateway);
  await expect.poll(() => panel.loaded?.document.run, PATIENT).toBe(older);
  expect(pinned.loaded?.document.run).toBe(newer);
});
