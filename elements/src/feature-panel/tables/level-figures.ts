import type { DriftBin, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatCount, formatIndex, formatNumber, quoteLevel, toldIndex } from "@featurescope/analyzer/drift";
import type { Words } from "../../words/words.js";
import { emphasisOf, figure, shareFigure, sharesOf } from "./figure.js";
import type { Figure, FigureGroup, Figures } from "./figures.js";
import { rowFigures } from "./row-figures.js";

/** So many bins are named as the largest contributions. */
const LARGEST = 3;

/** Figures of levels: how many, the most frequent, unseen ones, the test of homogeneity and what made up the index. */
export function levelFigures(statistics: StatisticsDocument, words: Words): Figures {
  const { kind, reference, distinct } = statistics;
  const { language } = words;
  const figures = rowFigures(statistics, words);
  if (kind === "boolean") {
    const trues = sharesOf(statistics, statistics.trues, reference?.trues);
    figures.push(shareFigure(words.trueShare, trues, language));
  } else {
    const count = (value: number): string => formatCount(value, language);
    const change = (value: number): string => formatNumber(value, language, 0, "exceptZero");
    figures.push(figure(words.distinct, [distinct, reference?.distinct], count, change));
    figures.push(...topFigure(statistics, words), ...unseenFigure(statistics, words));
  }
  return {
    corner: "",
    groups: [
      { heading: null, figures },
      ...testFigures(statistics, words),
      ...contributions(statistics, words),
    ],
  };
}

/** The most frequent level of the reference that has a bin of its own. */
function topFigure(statistics: StatisticsDocument, { topShare, language }: Words): Figure[] {
  const levels = statistics.drift?.bins.filter(({ type }) => type === "category") ?? [];
  if (levels.length === 0 || statistics.reference === null) return [];
  const most = (side: "current" | "reference"): number => Math.max(...levels.map((level) => level[side]));
  return [shareFigure(topShare, sharesOf(statistics, most("current"), most("reference")), language)];
}

/** The share of levels that the reference lacks; in place of the reference's, which has none, what is expected of it. */
function unseenFigure({ drift }: StatisticsDocument, { unseen, panel, language }: Words): Figure[] {
  const part = drift?.verdicts.unseen;
  if (!part) return [];
  const sides = [drift.unseenShare, drift.unseenShareExpected ?? 0] as const;
  const told = shareFigure(unseen, sides, language, emphasisOf(part.verdict));
  return [{ ...told, reference: panel.expected(told.reference!) }];
}

function single(label: string, value: string): Figure {
  return { label, current: "", reference: "", difference: value, emphasis: "plain" };
}

function testFigures({ drift }: StatisticsDocument, words: Words): FigureGroup[] {
  const { language } = words;
  const test = drift?.metrics.find(({ name }) => name === "chiSquaredTestOfHomogeneity");
  if (test === undefined || test.value === null) return [];
  const figures = [
    single(
      `χ² (df ${test.degreesOfFreedom ?? 0})`,
      formatNumber(test.value, language, test.value < 100 ? 1 : 0),
    ),
  ];
  if (typeof test.pValue === "number") figures.push(single("p", writeProbability(test.pValue, language)));
  return [{ heading: words.panel.homogeneity, figures }];
}

function writeProbability(p: number, language: string): string {
  return p < 0.001
    ? `<\u00a0${formatNumber(0.001, language, 3)}`
    : formatNumber(p, language, p < 0.1 ? 3 : 2);
}

/** The bins that contribute most to the index, with digits that show how much; none where the index is no more than noise. */
function contributions({ drift, kind }: StatisticsDocument, words: Words): FigureGroup[] {
  if (drift === null || kind !== "categorical") return [];
  const index = toldIndex(drift.verdicts) ?? 0;
  if (index <= (drift.noiseBound ?? 0)) return [];
  const largest = drift.bins.toSorted((a, b) => b.contribution - a.contribution).slice(0, LARGEST);
  const decimals = Math.min(20, Math.max(3, Math.ceil(1 - Math.log10(largest[0]?.contribution ?? 0))));
  const figures = largest
    .filter(({ contribution }) => contribution >= 0.5 * 10 ** -decimals)
    .map((bin) => single(binLabel(bin, words), formatNumber(bin.contribution, words.language, decimals)));
  const heading = words.panel.contributions(formatIndex(index, words.language, drift.limits));
  return [{ heading, figures }];
}

function binLabel({ type, value }: DriftBin, words: Words): string {
  return type === "category"
    ? quoteLevel(String(value))
    : type === "other"
      ? words.panel.binOther
      : words.missing;
}
