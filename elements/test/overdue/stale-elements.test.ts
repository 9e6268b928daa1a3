// Here already, so that no test waits for them.
import "../../src/overdue/overdue.js";
import type { History } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { FeatureBoard } from "../../src/feature-board/feature-board.js";
import { CREDIT, featureList } from "../feature-board/credit-list.js";
import { historyOf as panelHistory, panelDocuments } from "../feature-panel/documents.js";
import { json, serve } from "../feature-panel/gateway.js";
import { PATIENT, showPanel, textOf } from "../feature-panel/show-panel.js";
import { calm, historyOf } from "../feature-trend/history-of.js";
import { showTrend, textOf as textOfTrend } from "../feature-trend/show-trend.js";

customElements.define("feature-board", FeatureBoard);

const HOUR = 3_600_000;
const FOLDER = "/api/v1/pipelines/credit/features/loan_amount/";
const documents = panelDocuments();

const iso = (time: number): string => new Date(time).toISOString();

/** The runs of a history as if they had come every hour, the last one some hours ago. */
function hourly(history: History, hoursAgo: number): History {
  const { rows } = history;
  return {
    ...history,
    rows: rows.map((row, i) => {
      const end = Date.now() - (hoursAgo + rows.length - 1 - i) * HOUR;
      return { ...row, createdAt: iso(end), window: { start: iso(end - HOUR), end: iso(end) } };
    }),
  };
}

function newestPanel(hoursAgo: number, src = FOLDER) {
  const own = panelHistory(documents, 12);
  const history = hourly({ ...own, rows: own.rows.slice(0, 12) }, hoursAgo);
  const { createdAt, window } = history.rows.at(-1)!;
  serve({
    [`${src}statistics.json`]: json({ ...documents.statistics, createdAt, window }),
    [`${src}distribution.json`]: json(documents.distribution),
    [`${FOLDER}history`]: json(history),
  });
  return showPanel({ src });
}

test("a panel whose next run is overdue says its age beside a greyed verdict, and what it found all the same", async () => {
  const panel = newestPanel(26.4);
  await expect.poll(() => textOf(panel, ".verdict"), PATIENT).toContain("26 h old shifted");
  expect(textOf(panel, ".finding")).toMatch(
    /^A new run was due every hour; 26 missed\. Last run .* UTC\. Higher: median/,
  );
  expect(panel.renderRoot.querySelector(".columns.stale")).not.toBeNull();
});

test.each([
  ["a run that is not overdue", 1.4, FOLDER],
  ["a run that was asked for by its address", 26.4, "/api/v1/pipelines/credit/runs/r/features/loan_amount/"],
])("%s is not stale", async (_, hoursAgo, src) => {
  const panel = newestPanel(hoursAgo, src);
  await expect.poll(() => textOf(panel, ".trend"), PATIENT).toContain("PSI, last");
  await panel.updateComplete;
  expect(textOf(panel, ".verdict")).toMatch(/^shifted/);
  expect(panel.renderRoot.querySelector(".stale")).toBeNull();
});

test("a trend says it as well", async () => {
  serve({ [`${FOLDER}history`]: json(hourly(historyOf(calm(20)), 5.5)) });
  const trend = await showTrend({ src: FOLDER });
  await expect.poll(() => textOfTrend(trend, ".verdict"), PATIENT).toContain("5 h old stable");
  expect(textOfTrend(trend, ".finding")).toContain("5 missed");
});

test("a board says it of its newest run", async () => {
  const src = "/api/v1/pipelines/credit/features";
  const list = featureList(CREDIT);
  const end = Date.now() - 26.4 * HOUR;
  const features = list.features.map((row) => ({ ...row, run: list.run }));
  const runs = list.recent.runs.map((run, i, all) => ({
    ...run,
    end: iso(end - (all.length - 1 - i) * HOUR),
  }));
  const recent = { ...list.recent, runs };
  const window = { start: iso(end - HOUR), end: iso(end) };
  serve({ [src]: json({ ...list, createdAt: iso(end), window, features, recent }) });
  const board = Object.assign(document.createElement("feature-board"), { src });
  document.body.append(board);
  const said = (): string =>
    board.renderRoot.querySelector(".age")?.textContent.replaceAll(/\s+/g, " ") ?? "";
  await expect.poll(said, PATIENT).toContain("26 h old A new run was due every hour; 26 missed.");
  expect(board.renderRoot.querySelector(".rows.stale")).not.toBeNull();
});
