import type { FrozenBin, FrozenCells, ProfileDistinct } from "../../artifact/index.js";
import type { ValueCount } from "../feature-profile.js";
import type { QuantileSketch } from "../ranks/quantile-sketch.js";
import type { Ruler } from "../ranks/ruler.js";
import type { DensityGrid } from "../shape/density-grid.js";
import type { DisplayEdges } from "../shape/display-edges.js";
import type { Moments } from "../values/moments.js";
import type { Summary } from "../values/summary.js";

/** What the passes over a column of numbers found. */
export interface NumberScan {
  summary: Summary;
  moments: Moments;
  distinct: number;
  distinctError: number;
  /** The different values, in the form in which they merge. */
  different: ProfileDistinct;
  /** Value at a rank (0-based) that a statistic needs. */
  valueAt: (rank: number) => number;
  /** Points with the rows that have them. */
  points: ValueCount<number>[];
  /** The values that are no points; their ranks count without the points. */
  rest: { summary: Summary; moments: Moments; distinct: number | null; valueAt: (rank: number) => number };
  /** Around the reference's median, points included; null where no frozen feature was given. */
  sketch: QuantileSketch | null;
  /** Holds all edges of bins, cells and display bins. */
  ruler: Ruler;
  /** Null where there is no finite value. */
  display: DisplayEdges | null;
  /** Null where no curve is drawn. */
  density: DensityGrid | null;
  /** What the column would freeze as a reference, its rows per bin still 0; null where a frozen feature was given. */
  own: {
    bins: FrozenBin[];
    cells: Omit<FrozenCells, "below" | "above" | "equal" | "inside" | "sums"> | null;
  } | null;
}
