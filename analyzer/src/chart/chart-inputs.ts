import { chartFormOf } from "./chart-form.js";
import type { ChartDocuments, ChartInputs, ChartView } from "./chart-types.js";
import { dotInputs } from "./forms/dots.js";
import { levelInputs } from "./forms/levels.js";
import { numericInputs } from "./forms/numeric.js";
import { railOnlyInputs } from "./forms/rail.js";

/**
 * All that a feature's template needs to become its chart: rows in the names of its data sets, params, and the size.
 * A pure function of documents and view; a zoom, a cursor, a theme or a language is another view.
 */
export function chartInputs(documents: ChartDocuments, view: ChartView): ChartInputs {
  switch (chartFormOf(documents.statistics)) {
    case "levels":
      return levelInputs(documents, view);
    case "dots":
      return dotInputs(documents, view);
    case "rail":
      return railOnlyInputs(documents, view);
    case "histogram":
      return documents.distribution.histogram === null
        ? railOnlyInputs(documents, view)
        : numericInputs(documents, documents.distribution.histogram, view);
  }
}
