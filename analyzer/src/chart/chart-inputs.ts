import type { ChartDocuments, ChartInputs, ChartView } from "./chart-types.js";
import { formOf } from "./forms/form-of.js";

/**
 * All that a feature's template needs to become its chart: rows in the names of its data sets, params, the size, and where the
 * cursor can stand. A pure function of documents and view; a zoom, a cursor, a theme or a language is another view.
 */
export function chartInputs(documents: ChartDocuments, view: ChartView): ChartInputs {
  return formOf(documents.statistics).inputs(documents, view);
}
