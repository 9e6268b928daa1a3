import type { ChartDocuments, ChartView } from "./chart-types.js";
import { formOf } from "./forms/form-of.js";

/** How many bins, columns or lines a cursor can stand on; its places are 0 to one less. */
export function binCount(documents: ChartDocuments, view: ChartView): number {
  return formOf(documents.statistics).places(documents, view).length;
}
