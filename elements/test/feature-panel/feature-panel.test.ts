import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { afterEach, expect, test } from "vitest";
import type { FeatureErrorEvent, FeatureLoadEvent } from "../../src/feature-panel/panel-events.js";
import { historyOf, panelDocuments } from "./documents.js";
import { LateAnswer, json, problem, serve } from "./gateway.js";
import { buttonOf, showPanel, textOf, PATIENT } from "./show-panel.js";

const documents = panelDocuments();
const { statistics, distribution } = documents;
const FOLDER = "/api/v1/pipelines/credit/features/loan_amount/";
const RUN = "/api/v1/pipelines/credit/runs/202609-run/features/loan_amount/";

afterEach(() => {
  document.documentElement.removeAttribute("lang");
});

function changed(fields: Partial<StatisticsDocument>): StatisticsDocument {
  return { ...statistics, ...fields };
}

test("shows frame and name before anything has come", async () => {
  serve({ [`${FOLDER}statistics.json`]: new LateAnswer().answer });
  const panel = showPanel({ src: FOLDER.slice(0, -1) });
  await panel.updateComplete;
  expect(textOf(panel, "h2")).toBe("loan_amount");
  expect(panel.renderRoot.querySelector("article")!.getAttribute("aria-busy")).toBe("true");
});

test("shows name, verdict, finding, figures, trend and where they come from", async () => {
  serve({
    [`${FOLDER}statistics.json`]: json(statistics),
    [`${FOLDER}distribution.json`]: json(distribution),
    [`${FOLDER}history`]: json(historyOf(documents)),
  });
  const panel = showPanel({ src: FOLDER });
  await expect.poll(() => textOf(panel, ".trend"), PATIENT).toContain("PSI, last 12 runs");
  expect(textOf(panel, "h2")).toBe("Loan amount loan_amount · 贷款金额");
  expect(textOf(panel, ".badge")).toBe("shifted PSI 0.47");
  expect(textOf(panel, ".measure")).toContain("usual 0.01–0.02");
  expect(textOf(panel, ".finding")).toMatch(/^Higher: median/);
  expect(textOf(panel, ".sides")).toBe("current Sep 2026, n = 5,050 · reference q3.parquet, n = 10,100");
  expect(textOf(panel, "tbody tr")).toBe("missing 1.0 % 1.0 % 0.0 pp");
  expect(textOf(panel, "footer")).toContain("run 202609-run");
  expect(panel.renderRoot.querySelector("article")!.getAttribute("aria-label")).toMatch(
    /^loan_amount, Loan amount\. Shifted: population stability index 0\.47; .* Higher: median/,
  );
});

test("takes all files from the run that the first answer names", async () => {
  const gateway = serve({
    [`${FOLDER}statistics.json`]: json(statistics, {
      "content-location": "../../runs/202609-run/features/loan_amount/statistics.json",
    }),
    [`${RUN}distribution.json`]: json(distribution),
  });
  showPanel({ src: `${FOLDER}?token=1` });
  await expect.poll(() => gateway.asked, PATIENT).toContain(`${RUN}distribution.json?token=1`);
  expect(gateway.asked).toContain(`${FOLDER}history?token=1`);
  expect(gateway.asked.filter((path) => path.startsWith(FOLDER) && !path.includes("history"))).toEqual([
    `${FOLDER}statistics.json?token=1`,
  ]);
});

test("asks a plain file server for no history", async () => {
  const gateway = serve({
    "/report/features/loan_amount/statistics.json": json(statistics),
    "/report/features/loan_amount/distribution.json": json(distribution),
  });
  showPanel({ src: "/report/features/loan_amount" });
  await expect.poll(() => gateway.asked, PATIENT).toContain("/report/features/loan_amount/distribution.json");
  expect(gateway.asked.filter((path) => path.endsWith("history"))).toEqual([]);
});

test("another address ends the first request, and its late answer is not shown", async () => {
  const late = new LateAnswer();
  const gateway = serve({
    "/a/statistics.json": late.answer,
    "/b/statistics.json": json(changed({ title: {}, feature: "b" })),
  });
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => gateway.signals.length, PATIENT).toBe(1);
  panel.src = "/b";
  await expect.poll(() => textOf(panel, "h2"), PATIENT).toBe("b");
  expect(gateway.signals[0]!.aborted).toBe(true);
  const asking = showPanel({ src: "/a" });
  await expect.poll(() => gateway.asked.filter((path) => path.startsWith("/a/")).length, PATIENT).toBe(2);
  late.give(json(changed({ title: {}, feature: "a" })));
  // Who asked later has the answer by now.
  await expect.poll(() => textOf(asking, "h2"), PATIENT).toBe("a");
  expect(textOf(panel, "h2")).toBe("b");
  // Asked before the test ends, so not within the next.
  await expect.poll(() => gateway.asked, PATIENT).toContain("/b/distribution.json");
});

test("documents in hand ask nobody", async () => {
  const gateway = serve({});
  const panel = showPanel({ data: { statistics, distribution, history: historyOf(documents) }, src: FOLDER });
  await expect.poll(() => textOf(panel, ".trend"), PATIENT).toContain("PSI, last 12 runs");
  expect(textOf(panel, ".badge")).toBe("shifted PSI 0.47");
  expect(gateway.asked).toEqual([]);
});

test("documents in hand are decoded like any other", async () => {
  const panel = showPanel({ data: { statistics: { schemaVersion: 1 } as StatisticsDocument } });
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("not loaded");
  expect(textOf(panel)).toContain("pipeline: expected text, found nothing");
});

test("tells the page what it shows, and what it cannot show", async () => {
  serve({
    "/a/statistics.json": json(statistics),
    "/b/statistics.json": problem("unknown-feature", 404, "no b"),
  });
  const loaded: FeatureLoadEvent[] = [];
  const failed: FeatureErrorEvent[] = [];
  document.body.addEventListener("featurescope-load", (event) => loaded.push(event as FeatureLoadEvent), {
    once: true,
  });
  document.body.addEventListener("featurescope-error", (event) => failed.push(event), { once: true });
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => loaded.length, PATIENT).toBe(1);
  expect(loaded[0]!.detail.statistics.feature).toBe("loan_amount");
  panel.src = "/b";
  await expect.poll(() => failed.length, PATIENT).toBe(1);
  expect(failed[0]!.detail.error).toMatchObject({ code: "unknown-feature", status: 404 });
});

test("a failure says why, shows what was asked, and can be tried again", async () => {
  const gateway = serve({
    "/a/statistics.json": problem("store-unreachable", 503, "the store does not answer"),
  });
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("not loaded");
  expect(textOf(panel, ".finding")).toBe("The gateway answers, but its store does not.");
  expect(textOf(panel, "details")).toContain("503 store-unreachable");
  serve({ "/a/statistics.json": json(statistics) });
  buttonOf(panel, "retry").click();
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("shifted PSI 0.47");
  expect(gateway.asked).toEqual(["/a/statistics.json"]);
});

test("a report of a newer Featurescope is no failure of the page", async () => {
  serve({ "/a/statistics.json": json({ schemaVersion: 99 }) });
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("newer report");
  expect(textOf(panel, ".finding")).toBe("This report was written by a newer Featurescope.");
});

test("an address that is none is a failure as well", async () => {
  const panel = showPanel({ src: "http://" });
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("not loaded");
});

test("markup in a document is text", async () => {
  const hostile = '<img src=x onerror="document.title = 1">';
  const { title } = document;
  const panel = showPanel({
    data: {
      statistics: changed({
        feature: hostile,
        title: { en: hostile },
        description: { en: hostile },
        unit: hostile,
      }),
    },
  });
  await expect.poll(() => textOf(panel, "h2"), PATIENT).toContain(hostile);
  expect(panel.renderRoot.querySelector("img")).toBeNull();
  expect(document.title).toBe(title);
});

test("speaks the language that the page has", async () => {
  document.documentElement.lang = "zh-CN";
  const panel = showPanel({ data: { statistics, distribution } });
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("偏移 PSI 0.47");
  expect(textOf(panel, "h2")).toBe("贷款金额 loan_amount · Loan amount");
  expect(panel.renderRoot.querySelector("article")!.lang).toBe("zh-Hans");
  document.documentElement.lang = "en";
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("shifted PSI 0.47");
});

test("a difference in percentage points is not broken, however narrow the panel", async () => {
  document.documentElement.lang = "zh-Hans";
  const times = { min: Date.UTC(2026, 10, 28, 14), p50: Date.UTC(2026, 10, 28, 14, 29) };
  const dated = changed({ kind: "datetime", ...times, max: Date.UTC(2026, 10, 28, 14, 59) });
  const panel = showPanel({ data: { statistics: dated } }, 280);
  await expect.poll(() => textOf(panel, "tbody"), PATIENT).toContain("14:59");
  const range = document.createRange();
  range.selectNodeContents(panel.renderRoot.querySelector("tbody td:last-child")!);
  expect(range.toString()).toBe("0.0个百分点");
  expect(new Set([...range.getClientRects()].map(({ top }) => top)).size).toBe(1);
});
