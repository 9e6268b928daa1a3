import { lightColors } from "./chart-colors.js";
import { chartFormOf } from "./chart-form.js";
import type { ChartDocuments, ChartView } from "./chart-types.js";
import { formOf } from "./forms/form-of.js";
import { valueLabel } from "./parts/value-label.js";
import { wordsOfView } from "./words/words-for.js";

/** Rows of a part of a chart. */
export interface BinCounts {
  label: string;
  current: number;
  /** Null where there is nothing to compare with. */
  reference: number | null;
}

/** What a chart draws, in words and counts of rows, top to bottom: missing and infinite rows, frequent values, bins or levels. */
export function binCounts(documents: ChartDocuments, language: string): BinCounts[] {
  const { statistics, distribution } = documents;
  const view: ChartView = {
    width: 740,
    colors: lightColors,
    language,
    mode: "count",
    domain: null,
    cursor: null,
    allLevels: true,
  };
  const places = formOf(statistics).places(documents, view);
  // Levels and rails have lines of their own for these.
  if (!["histogram", "dots"].includes(chartFormOf(statistics))) return places;
  const words = wordsOfView(view);
  const beside = [
    { label: words.missing, ...distribution.missing },
    { label: words.infinite, ...distribution.infinite },
  ].filter(({ current, reference }) => current > 0 || (reference ?? 0) > 0);
  const points = distribution.points.map((point) => ({
    ...point,
    label: valueLabel(point.value, statistics.kind, language),
  }));
  return [...beside, ...points, ...places];
}
