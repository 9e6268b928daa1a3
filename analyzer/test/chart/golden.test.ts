import { expect, test } from "vitest";
import { cardInputs, type ChartDocuments, chartInputs } from "../../src/chart/index.js";
import { useReports } from "./reports.js";
import { textsOf, view } from "./view.js";

const reports = useReports();

test("all that is written in a numeric chart", () => {
  expect(textsOf(chartInputs(reports.moved.spent, view()).data)).toMatchInlineSnapshot(`
    [
      "share of all rows, 0–100 %",
      "current",
      "reference",
      "Δ",
      "missing",
      "5.1 %",
      "1.0 %",
      "+4.0 pp",
      "0",
      "47.4 %",
      "49.6 %",
      "−2.2 pp",
      "1 %",
      "2 %",
      "3 %",
      "share of all rows per bin · 48 % of rows drawn; 0: 47 %",
      "> 201 k: 0.1 % (0.0 %)",
      "current",
      "reference",
      "p5 · p25 · median · p75 · p95",
      "+0.5 pp",
      "−0.5 pp",
      "difference",
      "share of the index 0.15 per frozen bin",
      "index",
      "28 %",
      "23 %",
      "missing: 43 %",
      "0: 1 %",
      "100",
      "1 k",
      "10 k",
      "100 k",
      "current",
      "reference",
      "current − reference; hollow: within noise; missing +4.0 pp moves all",
    ]
  `);
});

test("all that is written in a chart of levels", () => {
  expect(textsOf(chartInputs(reports.moved.channel, view()).data)).toMatchInlineSnapshot(`
    [
      "current",
      "reference",
      "share of rows, 0–40 %",
      "−10",
      "Δ, pp",
      "+10",
      "app",
      "web",
      "branch",
      "partner",
      "telesales",
      "gone",
      "kiosk",
      "post",
      "mail",
      "fair",
      "shop",
      "livestream",
      "new",
      "31.1 %",
      "31.6 %",
      "13.2 %",
      "12.8 %",
      "10.4 %",
      "10.4 %",
      "8.0 %",
      "8.5 %",
      "0.0 %",
      "7.7 %",
      "6.5 %",
      "6.6 %",
      "6.5 %",
      "6.4 %",
      "5.6 %",
      "5.6 %",
      "5.9 %",
      "5.4 %",
      "5.2 %",
      "5.2 %",
      "7.6 %",
      "0.0 %",
      "of index",
      "< 1 %",
      "< 1 %",
      "< 1 %",
      "< 1 %",
      "45 %",
      "< 1 %",
      "< 1 %",
      "< 1 %",
      "< 1 %",
      "< 1 %",
      "55 %",
      "bar: current; tick: reference; hollow: within noise",
    ]
  `);
});

test("all that is written in a narrow chart of levels, in Chinese", () => {
  const narrow = view({ width: 330, language: "zh-Hans" });
  expect(textsOf(chartInputs(reports.moved.channel, narrow).data)).toMatchInlineSnapshot(`
    [
      "当前",
      "基准",
      "个百分点",
      "app",
      "web",
      "branch",
      "partner",
      "telesales",
      "消失",
      "kiosk",
      "post",
      "livestream",
      "新增",
      "31.1%",
      "31.6%",
      "−0.4",
      "13.2%",
      "12.8%",
      "+0.4",
      "10.4%",
      "10.4%",
      "+0.1",
      "8.0%",
      "8.5%",
      "−0.5",
      "0.0%",
      "7.7%",
      "−7.7",
      "6.5%",
      "6.6%",
      "−0.2",
      "6.5%",
      "6.4%",
      "+0.2",
      "7.6%",
      "0.0%",
      "+7.6",
    ]
  `);
});

/** Named alike wherever the tests run. */
function withSources({ statistics, distribution }: ChartDocuments): ChartDocuments {
  const reference = statistics.reference && { ...statistics.reference, source: "reference.csv" };
  return { statistics: { ...statistics, source: "moved.csv", reference }, distribution };
}

test("all that is written on a card", () => {
  const { data, frame } = cardInputs(withSources(reports.moved.spent), view());
  expect(textsOf(data)).toMatchInlineSnapshot(`
    [
      "of all rows",
      "current",
      "ref.",
      "Δ",
      "missing",
      "5.1 %",
      "1.0 %",
      "+4.0 pp",
      "0",
      "47.4 %",
      "49.6 %",
      "−2.2 pp",
      "1 %",
      "2 %",
      "3 %",
      "48 % of rows drawn; 0: 47 %",
      "> 201 k: 0.1 % (0.0 %)",
      "+0.5",
      "−0.5",
      "100",
      "1 k",
      "10 k",
      "100 k",
      "+4.0 pp",
      "missing",
      "shifted",
      "spent",
      "Higher: median 2948 → 4943, zeros aside; 43 % of the index from",
      "missing values. Missing 1.0 → 5.1 %.",
      "current",
      "moved.csv, n = 4,000",
      "reference",
      "reference.csv, n = 20,000",
      "Watch from 0.10, shifted from 0.25; noise ≤ 0.004 · run moved",
      "current",
      "reference",
      "current − reference, pp",
    ]
  `);
  expect(data["glyphs"]).toHaveLength(1);
  expect(frame.padding.left + frame.width + frame.padding.right).toBe(500);
});

test("the card of a broken column says why nothing is drawn", () => {
  const { statistics, distribution } = withSources(reports.moved.spent);
  const reason = "the analysis failed: a reason";
  const failed = {
    ...statistics,
    status: "failed",
    reason,
    drift: null,
    finding: { code: "failed", arguments: {} },
  } as const;
  expect(textsOf(cardInputs({ statistics: failed, distribution }, view({ language: "zh-Hans" })).data))
    .toMatchInlineSnapshot(`
    [
      "异常",
      "spent",
      "分析失败。",
      "the analysis failed: a reason",
      "当前",
      "moved.csv，n = 4,000",
      "基准",
      "reference.csv，n = 20,000",
      "运行 moved",
    ]
  `);
});
