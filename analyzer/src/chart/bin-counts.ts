import { lightColors } from "./chart-colors.js";
import { chartFormOf } from "./chart-form.js";
import type { ChartDocuments, ChartView } from "./chart-types.js";
import { formOf } from "./forms/form-of.js";
import { valueLabel } from "./parts/value-label.js";
import { wordsOfView } from "./words/words-for.js";
import { histogramOf } from "./zones/numeric-frame.js";
import { tailName } from "./zones/tails.js";

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
  // The outer columns of dots hold what lies beyond them.
  const [below, above] = chartFormOf(statistics) === "histogram" ? tails(documents, view) : [[], []];
  return [...beside, ...points, ...below, ...places, ...above];
}

/** Rows below and above the axis, however few: with them a table adds up. */
function tails(documents: ChartDocuments, view: ChartView): [BinCounts[], BinCounts[]] {
  const { edges, current, reference } = histogramOf(documents.distribution);
  const tail = (low: number, high: number, end: "underflow" | "overflow"): BinCounts[] => {
    const counts = { current: current[end], reference: reference?.[end] ?? null };
    return counts.current > 0 || (counts.reference ?? 0) > 0
      ? [{ label: tailName({ low, high }, documents, view), ...counts }]
      : [];
  };
  return [tail(-Infinity, edges[0] ?? 0, "underflow"), tail(edges.at(-1) ?? 1, Infinity, "overflow")];
}
