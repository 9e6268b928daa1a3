import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ChartDocuments,
  type ChartRow,
  chartHeight,
  chartHeightInView,
  chartInputs,
  cursorRange,
  placeAt,
} from "../../src/chart/index.js";
import { textWidth } from "../../src/chart/parts/text-width.js";
import { formatCount } from "../../src/drift/index.js";
import { useReports, withTails } from "./reports.js";
import { namesOfHours, textsOf, view } from "./view.js";

const reports = useReports();

function every(): ChartDocuments[] {
  const { moved, alone, few } = reports;
  return [moved, alone, few].flatMap((report) => Object.values(report));
}

function sum(rows: readonly ChartRow[] | undefined, field: string): number {
  return (rows ?? []).reduce((total, row) => total + Number(row[field]), 0);
}

/** Where a text is, by the estimated width. */
function spanOf({ x, y, text, align, size, weight }: ChartRow) {
  const width = textWidth(String(text), Number(size), Number(weight));
  const left = Number(x) - (align === "right" ? width : align === "center" ? width / 2 : 0);
  return { text, left, right: left + width, y: Number(y) };
}

test("bars, rail and tails of both sides add up to all rows", () => {
  const { distribution } = reports.moved.spent;
  const { data } = chartInputs(reports.moved.spent, view());
  const { histogram, missing, points, rows } = distribution;
  for (const side of ["current", "reference"] as const) {
    const drawn = sum(data["bins"], side) * rows[side]!;
    const beyond = histogram![side]!.underflow + histogram![side]!.overflow;
    const beside = missing[side]! + points.reduce((total, point) => total + point[side]!, 0);
    expect(drawn + beyond + beside).toBeCloseTo(rows[side]!, 6);
  }
});

test("levels, other and missing add up to all rows, however many are shown", () => {
  const { distribution } = reports.moved.channel;
  for (const allLevels of [false, true]) {
    const { data } = chartInputs(reports.moved.channel, view({ mode: "count", allLevels }));
    const right = Math.max(...data["texts"]!.map((row) => Number(row["x"])));
    const column = data["texts"]!.filter(
      ({ align, size, x }) => align === "right" && size === 13 && x !== right,
    );
    const counts = column.map(
      ({ text, color }) => [color, Number(String(text).replaceAll(",", ""))] as const,
    );
    const total = (ink: string) =>
      counts.reduce((all, [color, count]) => (color === ink ? all + count : all), 0);
    expect(total("ink")).toBe(distribution.rows.current);
  }
});

test("the statistics alone tell the height, and the drawing keeps to it and to its width", () => {
  for (const documents of every()) {
    for (const width of [280, 330, 520, 740, 980]) {
      const { frame } = chartInputs(documents, view({ width }));
      expect(frame.height).toBe(chartHeight(documents.statistics, width));
      expect(frame.width + frame.padding.left + frame.padding.right).toBe(width);
    }
  }
});

test("no text leaves the chart or touches another, at any width, in both languages", () => {
  const views = [250, 280, 330, 519, 520, 639, 640, 740, 980].flatMap((width) =>
    ["en", "zh-Hans"].flatMap((language) => [
      view({ width, language }),
      view({ width, language, mode: "count" }),
      view({ width, language, logY: true }),
      view({ width, language, ...namesOfHours(width) }),
    ]),
  );
  for (const documents of every()) {
    for (const each of views) {
      const { data, frame } = chartInputs(documents, each);
      const spans = [...(data["texts"] ?? []), ...(data["labels"] ?? [])].map(spanOf);
      const outside = spans.filter(
        ({ left, right, y }) => left < -1 || right > each.width + 1 || y < 8 || y > frame.height,
      );
      expect(outside).toEqual([]);
      const touching = spans.filter((a, i) =>
        spans
          .slice(i + 1)
          .some((b) => Math.abs(a.y - b.y) < 9 && a.left < b.right - 1 && b.left < a.right - 1),
      );
      expect(touching).toEqual([]);
    }
  }
});

test("all levels make a chart higher, and chartHeightInView knows", () => {
  const documents = reports.moved.channel;
  const all = view({ width: 330, allLevels: true });
  expect(chartInputs(documents, all).frame.height).toBe(chartHeightInView(documents, all));
  expect(chartHeightInView(documents, all)).toBeGreaterThan(chartHeight(documents.statistics, 330));
});

test("no number in the rows is NaN or infinite", () => {
  for (const documents of every()) {
    for (const changes of [{}, { logY: true }, { mode: "count" }, { width: 300 }, { cursor: 2 }] as const) {
      const { data } = chartInputs(documents, view(changes));
      const numbers = Object.values(data).flatMap((rows) =>
        rows.flatMap((row) => Object.values(row).filter((value) => typeof value === "number")),
      );
      expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
    }
  }
});

test("a place in the middle of each bin finds it, and the cursor stands there", () => {
  for (const documents of every()) {
    const inputs = chartInputs(documents, view());
    const { first, last } = cursorRange(documents, view());
    const all = [inputs.beyond?.below ?? [], inputs.places, inputs.beyond?.above ?? []].flat();
    expect(all).toHaveLength(last - first + 1);
    all.forEach((place, i) => {
      const { left, right, top, bottom } = place;
      expect(placeAt(inputs, (left + right) / 2, (top + bottom) / 2)).toBe(first + i);
      const { data } = chartInputs(documents, view({ cursor: first + i }));
      expect(data["cursor"]).toEqual([place]);
    });
    for (const cursor of [first - 1, last + 1])
      expect(chartInputs(documents, view({ cursor })).data["cursor"]).toEqual([]);
  }
});

test("any part of the axis can be zoomed: its ends are the domain, and no mark of the axis leaves the plot", () => {
  const documents = reports.moved.spent;
  const { edges } = documents.distribution.histogram!;
  const part = fc.tuple(fc.nat(edges.length - 2), fc.integer({ min: 1, max: edges.length - 1 }));
  fc.assert(
    fc.property(part, ([from, span]) => {
      const domain = [edges[from]!, edges[Math.min(edges.length - 1, from + span)]!] as const;
      const { data, params, frame, places } = chartInputs(documents, view({ domain }));
      expect([params["domainLow"], params["domainHigh"]]).toEqual(domain);
      const [left, right] = [frame.padding.left, frame.padding.left + frame.width];
      for (const place of places) {
        expect(place.left).toBeGreaterThanOrEqual(left - 1e-6);
        expect(place.right).toBeLessThanOrEqual(right + 1e-6);
      }
      for (const { p5, p95 } of data["strips"] ?? []) {
        expect(Number(p5)).toBeGreaterThanOrEqual(domain[0]);
        expect(Number(p95)).toBeLessThanOrEqual(domain[1]);
      }
    }),
    { numRuns: 40 },
  );
});

test("without a reference only the current rows are drawn", () => {
  const { data } = chartInputs(reports.alone.spent, view());
  expect(data["outline"]).toEqual([]);
  expect(data["labels"]).toEqual([]);
  expect(data["differences"]).toBeUndefined();
  expect(data["strips"]).toHaveLength(1);
  expect(textsOf(data)).not.toContain("reference");
});

test("what lies in no axis is said: missing, points, and the part that is drawn", () => {
  const texts = textsOf(chartInputs(reports.moved.spent, view()).data);
  expect(texts).toContain("missing");
  expect(
    texts.some((text) => /^share of all rows per bin · 4\d\u00a0% of rows drawn; 0: 4\d\u00a0%$/.test(text)),
  ).toBe(true);
});

test("the sample of hatching beside what lies beyond the axis meets no text, whatever font is drawn", () => {
  for (const width of [232, 740]) {
    const { data } = chartInputs(reports.moved.spent, view({ width }));
    const tails = data["texts"]!.find(({ text }) => /^>\s/u.test(String(text)))!;
    const sample = data["boxes"]!.find(
      ({ top, bottom }) => Number(top) < Number(tails["y"]) && Number(bottom) > Number(tails["y"]),
    )!;
    expect(tails["align"]).toBe("right");
    expect(Number(sample["left"])).toBeGreaterThanOrEqual(Number(tails["x"]) + 4);
    expect(sample["right"]).toBe(width);
  }
});

test("what lies beyond both ends of the axis stays in the narrowest chart", () => {
  const documents = withTails(reports.moved.amount);
  const { data } = chartInputs(documents, view({ width: 250, language: "zh-Hans" }));
  const tails = data["texts"]!.filter(({ text }) => /^[<>]\s/u.test(String(text))).map(spanOf);
  expect(tails).toHaveLength(2);
  for (const { left } of tails) expect(left).toBeGreaterThanOrEqual(0);
});

test("every axis of values says two at least, however narrow: one says nothing of a scale", () => {
  for (const width of [236, 250, 280, 330, 519, 740]) {
    for (const { statistics, distribution } of [
      reports.moved.amount,
      reports.moved.age,
      reports.alone.amount,
    ]) {
      const { data } = chartInputs({ statistics, distribution }, view({ width }));
      const lowest = Math.max(...data["texts"]!.map(({ y }) => Number(y)));
      const values = data["texts"]!.filter(({ y }) => y === lowest);
      const shares = data["texts"]!.filter(
        ({ align, text }) => align === "right" && /^[\d.]+\u00a0%$/u.test(String(text)),
      );
      expect(values.length, `${statistics.feature} at ${width} px`).toBeGreaterThanOrEqual(2);
      expect(shares.length).toBeGreaterThanOrEqual(2);
    }
  }
});

test("fewer than 50 rows are dots with counts and no shares", () => {
  const { statistics } = reports.few.amount;
  const { data } = chartInputs(reports.few.amount, view());
  expect(data["dots"]).toHaveLength(statistics.count);
  expect(textsOf(data).filter((text) => text.includes("%"))).toEqual([]);
});

test("a constant column is a bar beside the reference's outline", () => {
  const { data } = chartInputs(reports.moved.fixed, view());
  const tails = data["tails"]!.filter(({ current }) => current === 1);
  const bins = data["bins"]!.filter(({ current }) => current === 1);
  expect(tails.length + bins.length).toBe(1);
  expect(data["outline"]!.length).toBeGreaterThan(50);
});

test("a broken column has no chart: its height is 0, and a picture says so", () => {
  const { statistics, distribution } = reports.moved.amount;
  const broken = { statistics: { ...statistics, status: "failed" as const }, distribution };
  expect(chartHeight(broken.statistics, 740)).toBe(0);
  expect(chartHeightInView(broken, view())).toBe(0);
  const { data, places, frame } = chartInputs(broken, view());
  expect(textsOf(data)).toEqual(["nothing to draw"]);
  expect(places).toEqual([]);
  expect(frame.height).toBeGreaterThan(0);
});

test("levels that are new or gone are shown and tagged, in the order of the reference's shares", () => {
  const texts = textsOf(chartInputs(reports.moved.channel, view()).data);
  expect(texts).toContain("livestream");
  expect(texts.filter((text) => text === "new" || text === "gone").toSorted()).toEqual(["gone", "new"]);
  expect(texts.indexOf("app")).toBeLessThan(texts.indexOf("telesales"));
  expect(texts.indexOf("telesales")).toBeLessThan(texts.indexOf("livestream"));
});

test("the name of a new or vanished level is whole in the narrowest chart; the bars' ticks tell the reference there", () => {
  const narrow = textsOf(chartInputs(reports.moved.channel, view({ width: 250 })).data);
  expect(narrow).toEqual(expect.arrayContaining(["telesales", "gone", "livestream", "new"]));
  expect(narrow.some((text) => text.startsWith("(ref"))).toBe(false);
  const wider = textsOf(chartInputs(reports.moved.channel, view({ width: 330 })).data);
  expect(wider.some((text) => text.startsWith("(ref"))).toBe(true);
});

test("words follow the language, and a view's own names stand for the two sides", () => {
  const chinese = textsOf(chartInputs(reports.moved.spent, view({ language: "zh-Hans-CN" })).data);
  expect(chinese).toEqual(expect.arrayContaining(["缺失", "当前", "基准", "差值", "指数"]));
  const names = { current: "Nov", reference: "Oct, base" };
  const { data, params } = chartInputs(reports.moved.amount, view({ names }));
  const named = textsOf(data);
  expect(named).toEqual(
    expect.arrayContaining(["Nov", "Oct, base", "Nov − Oct, base; hollow: within noise"]),
  );
  expect(params["isDashed"]).toBe(true);
  expect(named).not.toContain("reference");
});

test("values, ends and ticks that lie close together are told apart", () => {
  const { statistics, distribution } = reports.moved.spent;
  const near = [0, 1, 2, 3].map((i) => 1_234_567 + i);
  const points = near.map((value) => ({ value, current: 1000, reference: 1000 }));
  const rail = chartInputs({ statistics, distribution: { ...distribution, points } }, view());
  expect(textsOf(rail.data)).toEqual(expect.arrayContaining(near.map((value) => formatCount(value, "en"))));
  const great = near.map((_, i) => ({ value: 2 ** 60 + 512 * i, current: 1000, reference: 1000 }));
  for (const width of [280, 740]) {
    const documents = { statistics, distribution: { ...distribution, points: great } };
    const labels = textsOf(chartInputs(documents, view({ width })).data).filter((text) =>
      /^….+e18$/.test(text),
    );
    expect(new Set(labels).size).toBe(4);
  }
  for (const first of [1_234_567, 2 ** 60]) {
    const histogram = distribution.histogram!;
    const edges = histogram.edges.map((_, i) => first + i * Math.max(1, first * 2 ** -50));
    const moved = { ...distribution, histogram: { ...histogram, scale: "linear" as const, edges } };
    const texts = textsOf(chartInputs({ statistics, distribution: moved }, view()).data);
    const figures = texts.filter((text) => /^(1,234,|1\.1529)/.test(text));
    expect(figures.length).toBeGreaterThan(2);
    expect(new Set(figures).size).toBe(figures.length);
  }
});
