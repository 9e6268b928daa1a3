import type { Beyond, ChartDocuments, ChartInputs, ChartView } from "../chart-types.js";

/** A bin, column or line in words and numbers; counts of rows. */
export interface CursorPlace {
  label: string;
  current: number;
  /** Null where there is nothing to compare with. */
  reference: number | null;
  /** Half width of the band in which noise keeps the difference of the shares. */
  noise: number;
  /** Share of the index; null where the place has none of its own. */
  indexShare: number | null;
}

/**
 * One way to draw a feature. A further one is one more file of this shape, listed in `form-of.ts`, and its height in
 * `chart-height.ts`: pages need that before they have the code that draws.
 */
export interface Form {
  inputs: (documents: ChartDocuments, view: ChartView) => ChartInputs;
  /** What a cursor can stand on, in the order of the inputs' places. */
  places: (documents: ChartDocuments, view: ChartView) => CursorPlace[];
  /** And beyond the ends of its axis, where it has one that ends before the data. */
  beyond?: (documents: ChartDocuments, view: ChartView) => Beyond<CursorPlace>;
}
