import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import type { FeaturePanel } from "../../src/feature-panel/feature-panel.js";
import { panelDocuments } from "./documents.js";
import { buttonOf, showPanel, textOf, PATIENT } from "./show-panel.js";

const { statistics, distribution } = panelDocuments();

async function show(fields: Partial<StatisticsDocument>): Promise<FeaturePanel> {
  const panel = showPanel({ data: { statistics: { ...statistics, ...fields }, distribution } });
  await expect.poll(() => panel.renderRoot.querySelector("footer"), PATIENT).not.toBeNull();
  return panel;
}

function has(panel: FeaturePanel, selector: string): boolean {
  return panel.renderRoot.querySelector(selector) !== null;
}

test("constant: the one value, large", async () => {
  const finding = { code: "constant", arguments: { value: 7, shareReference: 0.58 } } as const;
  const panel = await show({ status: "constant", min: 7, max: 7, finding });
  expect(textOf(panel, ".statement")).toBe("every value 7");
  expect(textOf(panel, ".remarks")).toBe("every value 7 n = 5,050; in the reference 58 % were 7");
});

test("constant points in time: the finding, which says more than that all are the same", async () => {
  const newest = Date.UTC(2026, 8, 30, 14);
  const finding = {
    code: "time-span",
    arguments: { oldest: newest, newest, overdueShare: 0.622, overdueSince: newest },
  } as const;
  const panel = await show({ kind: "datetime", status: "constant", min: newest, max: newest, finding });
  expect(has(panel, ".statement")).toBe(false);
  expect(textOf(panel, ".finding").replaceAll("\u00a0", " ")).toBe(
    "Nothing newer than 30 Sep 2026, 14:00 UTC: 62.2 % expected; 30 Sep 2026.",
  );
});

test("empty: the finding, and the reference's figures", async () => {
  const nothing = { count: 0, mean: null, std: null, min: null, max: null, p50: null };
  const finding = { code: "empty", arguments: { rows: 0 } } as const;
  const panel = await show({ ...nothing, status: "empty", rows: 0, missing: 0, drift: null, finding });
  expect(textOf(panel, ".badge")).toBe("unknown");
  expect(textOf(panel, ".finding")).toBe("No rows.");
  expect(textOf(panel, "tbody")).toContain("mean –");
});

test("levels too rare for a bin: no index, which could tell nothing", async () => {
  const drift = statistics.drift!;
  const index = { verdict: "unknown", reason: "only-other", value: 0, noise: null } as const;
  const finding = { code: "levels-too-rare", arguments: {} } as const;
  const panel = await show({
    finding,
    drift: { ...drift, verdict: "unknown", verdicts: { ...drift.verdicts, index } },
  });
  expect(textOf(panel, ".badge")).toBe("unknown");
  expect(has(panel, ".verdict .scale")).toBe(false);
});

test("few rows: how far noise reaches is said once, under the scale", async () => {
  const panel = await show({ rows: 30 });
  expect(textOf(panel, ".remarks")).toBe("");
  expect(textOf(panel, ".captions")).toMatch(/^noise ≤ 0\.\d+$/);
});

test("no reference: one column, and how to make one", async () => {
  const finding = { code: "no-reference", arguments: {} } as const;
  const panel = await show({ reference: null, drift: null, finding });
  expect(textOf(panel, ".badge")).toBe("nothing to compare with");
  expect(textOf(panel, "code")).toContain("featurescope reference");
  expect(textOf(panel, "thead")).toBe("CNY current");
  expect(textOf(panel, "tbody tr")).toBe("missing 1.0 %");
});

test("no reference: what is drawn is a table too", async () => {
  const finding = { code: "no-reference", arguments: {} } as const;
  const alone = { ...statistics, reference: null, drift: null, finding };
  const { histogram, rows, missing, infinite } = distribution;
  const only = { current: rows.current, reference: null };
  const panel = showPanel({
    data: {
      statistics: alone,
      distribution: {
        ...distribution,
        rows: only,
        missing: { ...missing, reference: null },
        infinite: { ...infinite, reference: null },
        histogram: { ...histogram!, reference: null },
      },
    },
  });
  await expect.poll(() => panel.renderRoot.querySelector("canvas"), PATIENT).not.toBeNull();
  buttonOf(panel, "data table").click();
  await expect.poll(() => panel.renderRoot.querySelectorAll(".data tbody tr").length, PATIENT).toBe(51);
  const counts = [...panel.renderRoot.querySelectorAll(".data tbody td:nth-child(2)")].map(
    ({ textContent }) => Number(textContent),
  );
  const drawn = histogram!.current.counts.reduce((sum, count) => sum + count);
  expect(counts.reduce((sum, count) => sum + count)).toBe(missing.current + drawn);
  expect(textOf(panel, ".data tfoot")).toBe("total 5,050");
});

test("points in time: the frozen bins by their dates", async () => {
  const panel = await show({
    kind: "datetime",
    drift: {
      ...statistics.drift!,
      bins: [
        { ...statistics.drift!.bins[0]!, low: null, high: Date.UTC(2026, 7, 1) },
        { ...statistics.drift!.bins[1]!, low: Date.UTC(2026, 7, 1), high: null },
      ],
    },
  });
  buttonOf(panel, "data table").click();
  await expect.poll(() => textOf(panel, ".data tbody th"), PATIENT).toBe("< 1 Aug 2026, 00:00 UTC");
});

test.each([
  ["sentence", { kind: "categorical", identifierLike: true, reference: null, drift: null }],
  ["dots", { rows: 30 }],
] as const)("%s: no choice of shares or counts, which would change nothing", async (_, fields) => {
  const panel = await show(fields);
  expect(textOf(panel, "footer")).not.toMatch(/share|count\b/);
});

test("type changed: both kinds in words, no figures and no picture", async () => {
  const finding = {
    code: "type-changed",
    arguments: { kindReference: "numeric", kindCurrent: "categorical" },
  } as const;
  const panel = await show({ status: "type-changed", kind: "categorical", drift: null, finding });
  expect(textOf(panel, ".badge")).toBe("broken");
  expect(textOf(panel, ".kinds")).toMatch(/^reference numbers .* current text/);
  expect([has(panel, "table"), has(panel, ".zone")]).toEqual([false, false]);
});

test.each([
  ["not-found", "The data has no such column."],
  ["failed", "The analysis failed."],
] as const)("%s: the reason, no figures and no picture", async (status, sentence) => {
  const reason = "Expected a column, found none.";
  const panel = await show({ status, reason, drift: null, finding: { code: status, arguments: {} } });
  expect(textOf(panel, ".badge")).toBe("broken");
  expect(textOf(panel, ".finding")).toBe(sentence);
  expect(textOf(panel, ".remarks")).toBe(reason);
  expect(textOf(panel, "footer")).toMatch(/^run /);
  expect([has(panel, "table"), has(panel, ".zone")]).toEqual([false, false]);
});

test("a reason without a blank stays in its panel", async () => {
  const reason = `Expected a column, found ${"monthly_net_income_".repeat(12)}.`;
  const finding = { code: "not-found", arguments: {} } as const;
  const panel = await show({ status: "not-found", reason, drift: null, finding });
  panel.style.width = "400px";
  const { scrollWidth, clientWidth } = panel.renderRoot.querySelector<HTMLElement>(".remarks p")!;
  expect(scrollWidth).toBe(clientWidth);
});

test("a part of the verdict that is worse than the index stands on the badge", async () => {
  const drift = statistics.drift!;
  const verdicts = {
    ...drift.verdicts,
    index: { ...drift.verdicts.index, verdict: "stable" },
    missing: { verdict: "shifted", reason: null, value: 0.062, noise: 0.001 },
  } as const;
  const panel = await show({ drift: { ...drift, verdict: "shifted", verdicts } });
  expect(textOf(panel, ".badge")).toBe("shifted missing +6.2 pp");
  expect(textOf(panel, "td.bad")).toBe("0.0 pp");
});

test("a kind of a newer writer is a table only", async () => {
  const panel = showPanel({
    data: {
      statistics: {
        ...statistics,
        kind: "polygon" as "unknown",
        finding: { code: "as-before", arguments: {} },
      },
    },
  });
  await expect.poll(() => has(panel, "table"), PATIENT).toBe(true);
  expect(has(panel, ".zone")).toBe(false);
});

test("figures with an error say so", async () => {
  expect(textOf(await show({ quantileError: 0.25 }), "footer")).toContain("quantiles within ±0.25 · run");
});
