import type { ChartDocuments, ChartView } from "./chart-types.js";
import { formOf } from "./forms/form-of.js";

/** First and last place of a cursor: the bins, columns or lines from 0, with −1 and their count for what lies beyond the ends of an axis. */
export interface CursorRange {
  first: number;
  last: number;
}

/** Where a cursor can stand; the last is before the first where it can nowhere. */
export function cursorRange(documents: ChartDocuments, view: ChartView): CursorRange {
  const form = formOf(documents.statistics);
  const beyond = form.beyond?.(documents, view);
  const bins = form.places(documents, view).length;
  return { first: beyond?.below ? -1 : 0, last: beyond?.above ? bins : bins - 1 };
}
