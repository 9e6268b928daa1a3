import type { FeatureStatistics, StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { Words } from "../../words/words.js";
import { emphasisOf, shareFigure, sharesOf } from "./figure.js";
import type { Figure } from "./figures.js";

function infiniteOf(side: FeatureStatistics): number {
  return side.positiveInfinity + side.negativeInfinity;
}

/** Figures of every kind: the missing share with its verdict, and the infinite share where a side has any. */
export function rowFigures(statistics: StatisticsDocument, { language, missing, infinite }: Words): Figure[] {
  const { reference, drift } = statistics;
  const verdict = emphasisOf(drift?.verdicts.missing.verdict);
  const figures = [
    shareFigure(missing, sharesOf(statistics, statistics.missing, reference?.missing), language, verdict),
  ];
  const [current, before] = [infiniteOf(statistics), reference === null ? 0 : infiniteOf(reference)];
  if (current + before > 0)
    figures.push(shareFigure(infinite, sharesOf(statistics, current, before), language));
  return figures;
}
