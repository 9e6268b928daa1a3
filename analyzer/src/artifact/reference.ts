import type { Density, HistogramScale } from "./distribution.js";
import type { FrozenBin } from "./drift.js";
import type { Kind } from "./kind.js";
import type { FeatureStatistics } from "./statistics.js";
import type { Status } from "./status.js";
import type { Window } from "./window.js";

/**
 * Counts of finite values (points included) in the cells between ascending edges e[0] … e[K], K ≥ 0.
 * A value is below e[0], equal to one edge, strictly between two neighbours, or above e[K]; so all add up to the finite rows.
 */
export interface CellCounts {
  below: number;
  above: number;
  /** K + 1 numbers: values equal to each edge. */
  equal: number[];
  /** K numbers: values strictly between e[j] and e[j + 1]. */
  inside: number[];
  /** K numbers: Σ(value − e[j]) over `inside[j]`, in the feature's units; 0 where it is beyond what a double holds. */
  sums: number[];
}

/**
 * Cells of the reference's finite values: edges are sorted[⌊i·n/512⌋] for i = 0 … 511 and the greatest value, with the clip ends put in and
 * duplicates dropped; wide cells are cut into equal parts, at whole numbers where all values are (`profile/shape/cell-edges.ts`;
 * at most 512 edges more, none in older references). From them the Kolmogorov–Smirnov statistic and the Wasserstein distance of
 * any run are computed, both within 0.002 of SciPy's value on the rows. Up to 0.003 off was the distance of a hundred rows from a
 * hundred thousand, up to 0.005 that of fractions from whole numbers.
 */
export interface FrozenCells extends CellCounts {
  edges: number[];
  /** Quantile 0.001 of the reference (R type 7); one of the edges. Wasserstein clips both sides here. */
  clipLow: number;
  /** Quantile 0.999 of the reference (R type 7); one of the edges. */
  clipHigh: number;
  /** Standard deviation (n − 1) of the reference's values clipped to both; 0 where they are all equal. */
  clippedStd: number;
}

/** Display edges and the reference's rows in them. */
export interface FrozenHistogram {
  scale: HistogramScale;
  edges: number[];
  counts: number[];
  underflow: number;
  overflow: number;
  density: Density | null;
}

/** One feature of a frozen reference. */
export interface FrozenFeature {
  name: string;
  kind: Kind;
  status: Status;
  /** True where all finite values are whole numbers; null unless numeric. */
  integer: boolean | null;
  /** SHA-256 of bins, display edges and counts, as hex. */
  referenceId: string;
  statistics: FeatureStatistics;
  /** They partition all rows; intervals ascending, then points descending by count, categories likewise, other, missing, infinite. */
  bins: FrozenBin[];
  /** Null for categorical and boolean features and where there is no finite value. */
  histogram: FrozenHistogram | null;
  /** Numeric and datetime features with finite values only; else null. */
  cells: FrozenCells | null;
  /** Every level with its rows, descending, to a cap; null for kinds without levels. */
  levels: { value: string; count: number }[] | null;
  /** Levels seen once (f₁ of Good and Turing); null for kinds without levels. */
  levelsSeenOnce: number | null;
  /** Levels seen twice (f₂), where `levels` does not tell: in a reference that is taken from a report's documents; else null or absent. */
  levelsSeenTwice?: number | null;
}

/** A reference file: edges and counts frozen once, the same for every run that is compared with it. */
export interface FrozenReference {
  schemaVersion: number;
  /** Tells a reference file from other JSON. */
  type: "featurescope-reference";
  /** SHA-256 over the features' reference ids, as hex. */
  id: string;
  createdAt: string;
  source: string;
  rows: number;
  window: Window | null;
  analyzer: { version: string };
  features: FrozenFeature[];
}
