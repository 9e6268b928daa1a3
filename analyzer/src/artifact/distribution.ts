import type { FeatureIdentity, Identity } from "./identity.js";
import type { Kind } from "./kind.js";
import type { Status } from "./status.js";

/** Every {@link HistogramScale}. */
export const HISTOGRAM_SCALES = ["linear", "log", "time"] as const;

/** Scale of the display bins: equal widths, equal widths in the logarithm, or equal widths in time. */
export type HistogramScale = (typeof HISTOGRAM_SCALES)[number];

/**
 * Gaussian kernel density with Scott's bandwidth over the values drawn, scaled by the share it describes:
 * `y` is the share of all rows of its side per unit of `x`, so y × bin width compares with count / rows.
 */
export interface Density {
  /** Standard deviation of the kernel in the feature's units: std(values drawn) · count^(−1/5). */
  bandwidth: number;
  /** Equally spaced, ascending, cut at the data's own range. */
  x: number[];
  /** Same length as `x`; never negative. */
  y: number[];
}

/** Rows of one side in the display bins. */
export interface HistogramSide {
  /** Rows per bin; bin i holds edges[i] ≤ value < edges[i + 1], the last bin also its high edge. Points are left out. */
  counts: number[];
  /** Finite rows that are no points, below the first edge. */
  underflow: number;
  /** Finite rows that are no points, above the last edge. */
  overflow: number;
  /** Null on a log scale, below 200 rows or 30 distinct values. */
  density: Density | null;
}

/** The pre-binned histogram; edges are frozen with the reference and the same in every run. */
export interface Histogram {
  scale: HistogramScale;
  /** Ascending, one more than bins. */
  edges: number[];
  current: HistogramSide;
  /** Null without a reference. */
  reference: HistogramSide | null;
}

/** A count on both sides; `reference` is null without a reference. */
export interface CountPair {
  current: number;
  reference: number | null;
}

/** A value so frequent in the reference (without one: in the data) that it is shown apart from the histogram. */
export interface PointCount extends CountPair {
  value: number;
}

/** A level of a categorical or boolean feature. */
export interface LevelCount extends CountPair {
  value: string;
  /** Whether the level has a frozen bin of its own or counts in the bin `other`. `own` for all without a reference. */
  bin: "own" | "other";
  /** `new`: the reference lacks it; `gone`: only the reference has it. */
  change: "new" | "gone" | null;
}

/** `features/<key>/distribution.json`: what the chart draws. Counts are rows. */
export interface DistributionDocument extends Identity, FeatureIdentity {
  kind: Kind;
  status: Status;
  /** Null without a reference. */
  referenceId: string | null;
  /** All rows of each side: the denominator of every share. */
  rows: CountPair;
  missing: CountPair;
  infinite: CountPair;
  /** Descending by the reference's count (without one, the current's); empty where there is none. */
  points: PointCount[];
  /** Null for categorical and boolean features and where there is no finite value. */
  histogram: Histogram | null;
  /**
   * The levels worth a row, descending by the reference's count (without one, the current's), then by name: all with a
   * frozen bin of their own, the most frequent others, new and gone ones; at most 100. None of an identifier or free text. Null
   * for other kinds.
   */
  levels: LevelCount[] | null;
  /** All levels that `levels` leaves out; null for kinds without levels. */
  otherLevels: (CountPair & { levels: number }) | null;
}
