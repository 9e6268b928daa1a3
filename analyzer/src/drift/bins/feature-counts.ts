import type { CellCounts } from "../../artifact/index.js";

/**
 * A batch of rows counted in the bins and cells that were frozen with a reference: all that drift is computed from.
 * The lengths are those of the reference's arrays.
 */
export interface FeatureCounts {
  /** All rows; the sum of `bins`. */
  rows: number;
  /** Rows per frozen bin, in the frozen order. */
  bins: number[];
  /** Finite rows below the reference's least value; null for kinds without order. */
  belowReference: number | null;
  /** Finite rows above the reference's greatest value; null for kinds without order. */
  aboveReference: number | null;
  /** Null for kinds without order, and where the reference has no cells. */
  cells: CellCounts | null;
  /** Rows whose level the reference lacks; null for kinds without levels, and where it is not known. */
  unseen: number | null;
}
