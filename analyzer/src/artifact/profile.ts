import type { Identity } from "./identity.js";
import type { Kind } from "./kind.js";
import type { Status } from "./status.js";

/**
 * Mean and central moments in a form that merges without losing digits. Values are scaled by 2^−exponent, so that fourth powers stay
 * within what a double holds. The mean is the sum of two doubles, so that 1e9 and a thousandth of noise keep theirs.
 */
export interface ProfileMoments {
  /** Values; more than 0. */
  count: number;
  /** The mean is (mean[0] + mean[1])·2^exponent; the k-th central moment's sum is m_k·2^(k·exponent). */
  exponent: number;
  /** The scaled mean as an unevaluated sum. */
  mean: [number, number];
  /** Σ(value − mean)², scaled. */
  m2: number;
  /** Σ(value − mean)³, scaled. */
  m3: number;
  /** Σ(value − mean)⁴, scaled. */
  m4: number;
}

/**
 * Counts of the values that are no points, in 1283 buckets around the reference's median: bucket 641 holds |value − center| < unit/64,
 * 642 to 1281 the values above in 20 octaves of 32 equal parts, 1282 what is beyond unit·2^14; 640 to 0 are their mirror images below.
 * So a bucket is at most 1/32 as wide as its distance from the center. Adding profiles is adding buckets.
 */
export interface ProfileSketch {
  /** The reference's median without points. */
  center: number;
  /** A power of two near half the reference's interquartile range without points. */
  unit: number;
  /** The bucket of `counts[0]`. */
  first: number;
  /** Rows per bucket, from the first that has any to the last. */
  counts: number[];
}

/** Rows in the reference's cells; the cells themselves are named by `referenceId`. */
export interface ProfileCells {
  below: number;
  above: number;
  /** As {@link CellCounts.equal}. */
  equal: number[];
  /** As {@link CellCounts.inside}. */
  inside: number[];
  /**
   * As {@link CellCounts.sums}, in whole units of each cell: 2^−8 of its width, rounded down to a power of two. Whole numbers add
   * up exactly, in any order. 0 where a cell is too wide for a double.
   */
  sums: number[];
}

/** What is known of values that are no points. */
export interface ProfileRest {
  min: number;
  max: number;
  /** Null where powers are beyond what a double holds. */
  moments: ProfileMoments | null;
}

/** The different values of a feature, in a form that merges. Both null where they are not known. */
export interface ProfileDistinct {
  /** The values themselves, ascending, while they are at most 100; null beyond. */
  values: number[] | null;
  /**
   * Beyond, the registers of HyperLogLog, which merge by maximum: a sign each, the rank 0 to 33 as a digit of base64url. 2,048 of
   * them (2.3 % standard error), or a smaller power of two where the profile would be larger than 20 kB otherwise. Null while the
   * values are kept.
   */
  registers: string | null;
}

/** Counts of the finite values of a numeric or datetime feature. */
export interface ProfileNumbers {
  /** Whether all are whole numbers. */
  integer: boolean;
  /** Null unless numeric. */
  zeros: number | null;
  /** Null unless numeric. */
  negatives: number | null;
  min: number;
  max: number;
  /** Null where powers are beyond what a double holds. */
  moments: ProfileMoments | null;
  /** The frozen points in their frozen order, with their rows and the finite rows below them; empty without a reference. */
  points: { value: number; count: number; below: number }[];
  /** The values that are no points; null where there are none. The same as all values where there are no points. */
  rest: ProfileRest | null;
  /** Null without a reference, as are the next two. */
  cells: ProfileCells | null;
  /** Rows in the frozen display bins, points left out. */
  histogram: { counts: number[]; underflow: number; overflow: number } | null;
  sketch: ProfileSketch | null;
  /** Null where an older writer did not tell. */
  distinct: ProfileDistinct | null;
}

/** Counts of the levels of a categorical or boolean feature. */
export interface ProfileLevels {
  /** Every level with its rows, descending, then by code point. Cut, with `complete` false, where there are too many. */
  counts: { value: string; count: number }[];
  /** Whether `counts` has every level. Where not, it has all that have a frozen bin, with 0 where need be, and the most frequent others. */
  complete: boolean;
  /** Registers of all levels, as {@link ProfileDistinct}; null where `complete`, and where an older writer did not tell. */
  registers: string | null;
  /** Levels that exactly one row has; null where it is not known: after a merge of profiles that are not all complete. */
  seenOnce: number | null;
  /** Rows whose level the reference lacks; null where that is not known. */
  unseen: number | null;
}

/**
 * Counts of one feature that add up: of shards, hours or days that were compared with the same reference. Counts, extremes and cells
 * merge to the bit, moments to 1e-12 of the standard deviation, in any order and grouping. Of a numeric or datetime feature that
 * the reference lacks only row counts, extremes and moments add up: after a merge it has neither quantiles nor a histogram.
 */
export interface ProfileCounts {
  kind: Kind;
  status: Status;
  /** As in {@link StatisticsDocument}. */
  reason: string | null;
  /** Of the frozen feature that all counts are aligned with; null without one, or where the two cannot be compared. */
  referenceId: string | null;
  rows: number;
  missing: number;
  nan: number;
  positiveInfinity: number;
  negativeInfinity: number;
  /**
   * Number of different values; null after a merge, as `levels` and `numbers` then tell it. They do so exactly where all levels are
   * there, where at most 100 values are, and where all lie on edges of the reference's cells, as whole numbers of a short range do; else
   * by the registers of HyperLogLog.
   */
  distinct: number | null;
  /** Rows per frozen bin, in the frozen order; null where `referenceId` is. */
  bins: number[] | null;
  /** As in {@link Drift}. */
  belowReference: number | null;
  /** As in {@link Drift}. */
  aboveReference: number | null;
  /** Null for kinds without order, and where there is no finite value. */
  numbers: ProfileNumbers | null;
  /** Null for kinds without levels. */
  levels: ProfileLevels | null;
}

/** `features/<key>/profile.json`: what `featurescope merge` adds up. At most 20 kB for a numeric feature. */
export interface ProfileDocument extends Identity, ProfileCounts {
  /** The column's name, exactly as in the data. */
  feature: string;
  /** Its safe name in paths and addresses. */
  key: string;
}
