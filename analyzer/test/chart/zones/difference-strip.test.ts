import { expect, test } from "vitest";
import { chartInputs } from "../../../src/chart/index.js";
import { useReports } from "../reports.js";
import { view } from "../view.js";

const reports = useReports();
const SMALL = 40;

/** Which end of the strip the caption keeps to where both sides have these rows in each bin, but for some moved from one bin to another. */
function captionAt(counts: readonly number[], moved?: { from: number; to: number; rows: number }): unknown {
  const { statistics, distribution } = reports.moved.amount;
  const histogram = distribution.histogram!;
  const current = counts.map((count, i) => {
    if (moved === undefined) return count;
    return count + (i === moved.to ? moved.rows : 0) - (i === moved.from ? moved.rows : 0);
  });
  const side = { underflow: 0, overflow: 0, density: null };
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const documents = {
    statistics,
    distribution: {
      ...distribution,
      rows: { current: rows, reference: rows },
      missing: { current: 0, reference: 0 },
      points: [],
      histogram: {
        ...histogram,
        current: { ...side, counts: current },
        reference: { ...side, counts: [...counts] },
      },
    },
  };
  const { data } = chartInputs(documents, view());
  return data["labels"]!.find(({ text }) => String(text).includes("hollow"))?.["align"];
}

test("the caption keeps clear of the band of noise, where bars leave the choice", () => {
  const bins = reports.moved.amount.distribution.histogram!.edges.length - 1;
  const falling = Array.from({ length: bins }, (_, i) => Math.round(SMALL * (1 - i / bins)));
  expect(captionAt(falling)).toBe("right");
  expect(captionAt(falling.toReversed())).toBe("left");
});

test("to cover the band is better than to cover a bar", () => {
  const bins = reports.moved.amount.distribution.histogram!.edges.length - 1;
  const falling = Array.from({ length: bins }, (_, i) => Math.round(1000 * (1 - i / bins)) + 100);
  const moved = { from: bins - 2, to: bins - 3, rows: 90 };
  expect(captionAt(falling)).toBe("right");
  expect(captionAt(falling, moved)).toBe("left");
});

test("a tail whose difference is higher than the strip is broken, as in the histogram", () => {
  const { statistics, distribution } = reports.moved.amount;
  const { rows } = distribution;
  const breaksOf = (overflow: number): number[] => {
    const histogram = structuredClone(distribution.histogram!);
    Object.assign(histogram.current, { underflow: 0, overflow });
    const { data, params } = chartInputs(
      { statistics, distribution: { ...distribution, histogram } },
      view(),
    );
    const strokes = data["strokes"]!.filter(({ color }) => color === "background");
    return strokes.map(({ y }) => Number(y)).filter((y) => y > Number(params["differenceTop"]));
  };
  expect(breaksOf(0.002 * rows.current)).toEqual([]);
  expect(breaksOf(0.9 * rows.current)).toHaveLength(1);
});

test("where the missing share moved beyond its limit, the caption says that it moves all bars, as far as there is room beside them", () => {
  const { statistics, distribution } = reports.moved.amount;
  const drift = statistics.drift!;
  const before = distribution.histogram!.reference!;
  const captionOf = (
    value: number,
    verdict: "watch" | "stable",
    { width = 740, language = "en", current = before } = {},
  ): unknown => {
    const missing = { verdict, reason: null, value, noise: 0.002 };
    const judged = { ...drift, verdicts: { ...drift.verdicts, missing } };
    const histogram = { ...distribution.histogram!, current };
    const rows = { current: distribution.rows.reference!, reference: distribution.rows.reference };
    const documents = {
      statistics: { ...statistics, drift: judged },
      distribution: { ...distribution, rows, histogram },
    };
    const { labels } = chartInputs(documents, view({ width, language })).data;
    return labels!.find(({ text }) => /−/.test(String(text)))?.["text"];
  };
  const plain = "current − reference; hollow: within noise";
  expect(captionOf(0.066, "stable")).toBe(plain);
  expect(captionOf(0.066, "watch")).toBe(`${plain}; missing +6.6\u00a0pp moves all`);
  expect(captionOf(-0.066, "watch", { width: 360 })).toBe(
    "current − reference, pp; missing −6.6\u00a0pp moves all",
  );
  expect(captionOf(0.066, "watch", { width: 280 })).toBe("current − reference, pp");
  expect(captionOf(0.066, "watch", { language: "zh-Hans" })).toContain("；缺失 +6.6个百分点，各箱随之变动");
  // Bars that rise and fall from bin to bin reach into every corner: a longer caption would cover more of them.
  const counts = before.counts.map((_, i) => (i % 2 === 0 ? 900 : 100));
  expect(captionOf(0.066, "watch", { current: { ...before, counts } })).toBe(plain);
});
