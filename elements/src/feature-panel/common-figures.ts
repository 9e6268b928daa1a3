import type { FeatureStatistics, StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { Words } from "../words/vocabulary.js";
import { emphasisOf, shareFigure, shareOf } from "./figure-of.js";
import type { Figure } from "./figures.js";

function infiniteOf(side: FeatureStatistics): number {
  return side.positiveInfinity + side.negativeInfinity;
}

/** Figures of every kind: the missing share with its verdict, and the infinite share where a side has any. */
export function rowFigures(statistics: StatisticsDocument, { language, missing, infinite }: Words): Figure[] {
  const { reference, drift } = statistics;
  const share = (count: (side: FeatureStatistics) => number) =>
    [
      shareOf(count(statistics), statistics.rows),
      reference === null ? undefined : shareOf(count(reference), reference.rows),
    ] as const;
  const verdict = emphasisOf(drift?.verdicts.missing.verdict);
  const figures = [shareFigure(missing, ...share((side) => side.missing), language, verdict)];
  if (infiniteOf(statistics) > 0 || (reference !== null && infiniteOf(reference) > 0)) {
    figures.push(shareFigure(infinite, ...share(infiniteOf), language));
  }
  return figures;
}
