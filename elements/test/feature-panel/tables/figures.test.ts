import type { DriftBin, PartVerdict, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { type Figures, figuresOf } from "../../../src/feature-panel/tables/figures.js";
import { en } from "../../../src/words/en.js";
import { zhHans } from "../../../src/words/zh-hans.js";
import { panelDocuments } from "../documents.js";

const { statistics } = panelDocuments();
const { reference } = statistics;

/** Rows as text, no-break spaces as spaces. */
function linesOf({ groups }: Figures): string[] {
  return groups.flatMap(({ heading, figures }) => [
    ...(heading === null ? [] : [heading]),
    ...figures.map(({ label, current, reference, difference, emphasis }) =>
      [label, current, reference ?? "", difference, emphasis === "plain" ? "" : emphasis]
        .join(" | ")
        .replaceAll("\u00a0", " "),
    ),
  ]);
}

function scaled(side: StatisticsDocument | NonNullable<typeof reference>, factor: number): typeof side {
  const names = ["mean", "std", "min", "p5", "p25", "p50", "p75", "p95", "max"] as const;
  return { ...side, ...Object.fromEntries(names.map((name) => [name, side[name]! * factor])) };
}

test("values stand on one scale, with the same decimals; far quantiles stand out", () => {
  const shifted = { ...scaled(statistics, 1000), reference: scaled(reference!, 1000) } as StatisticsDocument;
  const figures = figuresOf(shifted, en);
  expect(figures.corner.replaceAll("\u00a0", " ")).toBe("k CNY");
  expect(linesOf(figures)).toEqual([
    "missing | 1.0 % | 1.0 % | 0.0 pp | ",
    "mean | 67.5 | 50.0 | +17.5 | ",
    "std | 22.9 | 28.0 | −5.0 | ",
    "minimum | 12.5 | 12.5 | 0.0 | ",
    "p5 | 12.5 | 12.5 | 0.0 | ",
    "p25 | 62.5 | 12.5 | +50.0 | large",
    "median | 62.5 | 37.5 | +25.0 | large",
    "p75 | 87.5 | 62.5 | +25.0 | large",
    "p95 | 87.5 | 87.5 | 0.0 | ",
    "maximum | 87.5 | 87.5 | 0.0 | ",
  ]);
  expect(linesOf(figuresOf(shifted, zhHans))[6]).toBe("中位数 | 62,500 | 37,500 | +25,000 | large");
});

test("frequent values have their shares, and the figures without them a group of their own", () => {
  const quarters = { count: 10, p5: 1, p25: 2, p50: 3, p75: 4, p95: 5 };
  const zero = { type: "point", low: null, high: null, value: 0, contribution: 0 } as const;
  const lines = linesOf(
    figuresOf(
      {
        ...statistics,
        withoutPoints: quarters,
        reference: { ...reference!, withoutPoints: quarters },
        drift: { ...statistics.drift!, bins: [{ ...zero, reference: 1010, current: 1515 }] },
      },
      en,
    ),
  );
  expect(lines).toContain("0 | 30.0 % | 10.0 % | +20.0 pp | ");
  expect(lines.slice(lines.indexOf("without 0"))).toEqual([
    "without 0",
    "p25 | 2.0 | 2.0 | 0.0 | ",
    "median | 3.0 | 3.0 | 0.0 | ",
    "p75 | 4.0 | 4.0 | 0.0 | ",
    "p95 | 5.0 | 5.0 | 0.0 | ",
  ]);
});

test("a missing share beyond its limits and infinite values are told", () => {
  const drift = statistics.drift!;
  const missing = { ...drift.verdicts.missing, verdict: "watch" } as const;
  const lines = linesOf(
    figuresOf(
      { ...statistics, positiveInfinity: 505, drift: { ...drift, verdicts: { ...drift.verdicts, missing } } },
      en,
    ),
  );
  expect(lines.slice(0, 2)).toEqual([
    "missing | 1.0 % | 1.0 % | 0.0 pp | warn",
    "infinite | 10.0 % | 0.0 % | +10.0 pp | ",
  ]);
});

test("rows beyond the reference's extremes are told where they are more than chance", () => {
  const drift = statistics.drift!;
  const linesWith = (beyond: PartVerdict | null): string[] =>
    linesOf(figuresOf({ ...statistics, drift: { ...drift, verdicts: { ...drift.verdicts, beyond } } }, en));
  const part = { reason: null, value: 0.04, noise: 0.006 } as const;
  expect(linesWith({ verdict: "shifted", ...part })[1]).toBe("beyond range | 4.0 % | 0.0 % | +4.0 pp | bad");
  for (const beyond of [{ verdict: "stable", ...part } as const, null])
    expect(linesWith(beyond).join()).not.toContain("beyond range");
});

function level(value: string, reference: number, current: number, contribution: number): DriftBin {
  return { type: "category", low: null, high: null, value, reference, current, contribution };
}

test("levels: how many, the most frequent, unseen ones, the test, and what made up the index", () => {
  const drift = statistics.drift!;
  const lines = linesOf(
    figuresOf(
      {
        ...statistics,
        kind: "categorical",
        distinct: 12,
        reference: { ...reference!, distinct: 13 },
        drift: {
          ...drift,
          bins: [level("web", 5050, 505, 0.3), level("app", 1010, 4040, 0.16)],
          unseenShare: 0.049,
          unseenShareExpected: 0.001,
          verdicts: {
            ...drift.verdicts,
            unseen: { verdict: "shifted", reason: null, value: 0.048, noise: 0.002 },
          },
          metrics: [
            ...drift.metrics,
            {
              name: "chiSquaredTestOfHomogeneity",
              value: 1195.4,
              definition: "",
              degreesOfFreedom: 11,
              pValue: 1e-9,
            },
          ],
        },
      },
      en,
    ),
  );
  expect(lines).toEqual([
    "missing | 1.0 % | 1.0 % | 0.0 pp | ",
    "distinct | 12 | 13 | −1 | ",
    "top share | 80.0 % | 50.0 % | +30.0 pp | ",
    "unseen levels | 4.9 % | exp. 0.1 % | +4.8 pp | bad",
    "chi-squared test of homogeneity",
    "χ² (df 11) |  |  | 1195 | ",
    "p |  |  | < 0.001 | ",
    "largest contributions to 0.47",
    "web |  |  | 0.300 | ",
    "app |  |  | 0.160 | ",
  ]);
});

const contributing = (value: string, contribution: number) =>
  ({
    type: "category",
    low: null,
    high: null,
    value,
    reference: 5000,
    current: 500,
    contribution,
  }) as const;

test("contributions to a small index have digits that show, those to chance are none", () => {
  const drift = statistics.drift!;
  const bins = [contributing("web", 0.00042), contributing("app", 0.0003), contributing("shop", 1e-8)];
  const verdicts = { ...drift.verdicts, index: { ...drift.verdicts.index, value: 0.00072 } };
  const of = (noiseBound: number): string[] =>
    linesOf(
      figuresOf({ ...statistics, kind: "categorical", drift: { ...drift, bins, noiseBound, verdicts } }, en),
    );
  expect(of(0.0001).slice(-3)).toEqual([
    "largest contributions to 0.0007",
    "web |  |  | 0.00042 | ",
    "app |  |  | 0.00030 | ",
  ]);
  expect(of(0.001).join()).not.toContain("contributions");
});

test.each([[[]], [[0, 0]], [[1e-300, 0]], [[-1, -2]]])(
  "an index that contributions of %j do not make up is told without any",
  (contributions) => {
    const drift = {
      ...statistics.drift!,
      bins: contributions.map((contribution) => level("a", 1, 1, contribution)),
    };
    const lines = linesOf(figuresOf({ ...statistics, kind: "categorical", drift }, en));
    expect(lines).toContain("largest contributions to 0.47");
    expect(lines.join()).not.toContain("a |");
  },
);

test("figures that lie close together are told apart", () => {
  const near = { min: 4.2485, p5: 4.2492, p25: 4.2497, p50: 4.25, p75: 4.2503, p95: 4.2508, max: 4.2516 };
  const lines = linesOf(
    figuresOf({ ...statistics, ...near, withoutPoints: null, reference: null, drift: null }, en),
  );
  for (const figure of ["4.2492", "4.2497", "4.2500", "4.2503", "4.2508"])
    expect(lines.join("\n")).toContain(`| ${figure} |`);
});

test("true and false need one share", () => {
  const boolean = { ...statistics, kind: "boolean", trues: 2525 } as const;
  expect(linesOf(figuresOf({ ...boolean, reference: { ...reference!, trues: 1010 } }, en))[1]).toBe(
    "true | 50.0 % | 10.0 % | +40.0 pp | ",
  );
  expect(linesOf(figuresOf({ ...boolean, reference: null, drift: null }, en))[1]).toBe(
    "true | 50.0 % |  |  | ",
  );
});

test("frequent values beside each other are told apart", () => {
  const point = {
    type: "point",
    low: null,
    high: null,
    contribution: 0,
    reference: 100,
    current: 100,
  } as const;
  const bins = [1_000_000, 999_999, 1_000_001].map((value): DriftBin => ({ ...point, value }));
  const withoutPoints = { count: 10, p5: 1, p25: 2, p50: 3, p75: 4, p95: 5 };
  const close = { ...statistics, withoutPoints, drift: { ...statistics.drift!, bins } };
  const lines = linesOf(figuresOf(close, en)).map((line) => line.split(" | ")[0]);
  expect(lines.slice(1, 4)).toEqual(["1,000,000", "999,999", "1,000,001"]);
  expect(lines).toContain("without 1,000,000, 999,999, 1,000,001");
});

test("no figure is wider than its column: amounts of trillions have a scale, the end of a long tail its own", () => {
  const trillions = { ...scaled(statistics, 5e10), reference: scaled(reference!, 5e10), unit: null };
  expect(figuresOf(trillions as StatisticsDocument, en).corner).toBe("bn");
  expect(linesOf(figuresOf(trillions as StatisticsDocument, en))).toContain(
    "p75 | 4375 | 3125 | +1250 | large",
  );
  const tail = { ...statistics, max: 13_189_998_650.3 } as StatisticsDocument;
  const written = linesOf(figuresOf(tail, en)).at(-1);
  expect(written).toMatch(/^maximum \| 13\.2 bn \| [\d.]+ \| \+13\.2 bn \| $/);
  const widest = Math.max(
    ...linesOf(figuresOf(tail, en))
      .flatMap((line) => line.split(" | "))
      .map((text) => text.length),
  );
  expect(widest).toBeLessThanOrEqual(12);
});

test("points in time are told, not subtracted", () => {
  const time = { min: 0, p50: 86_400_000, max: Date.UTC(2026, 10, 22, 6, 40) };
  const figures = figuresOf({ ...statistics, kind: "datetime", ...time, drift: null }, en);
  const lines = linesOf(figures);
  expect(figures.corner).toBe("UTC");
  expect(lines[1]).toContain("oldest | 1 Jan 1970 | ");
  expect(lines[3]).toContain("newest | 22 Nov 2026, 06:40 | ");
  expect(lines[3]).toMatch(/ \| {2}\| $/);
});

test("a point in time may break between any of its words, for narrow panels", () => {
  const time = { min: 0, p50: 86_400_000, max: Date.UTC(2026, 10, 22, 6, 40) };
  const { groups } = figuresOf({ ...statistics, kind: "datetime", ...time, drift: null }, en);
  const written = groups.flatMap(({ figures }) => figures.map(({ current }) => current)).slice(-3);
  expect(written).toEqual(["1 Jan 1970", "2 Jan 1970", "22 Nov 2026, 06:40"]);
});
