/** Every {@link Verdict}, from calm to alarming, `unknown` last. */
export const VERDICTS = ["stable", "watch", "shifted", "unknown"] as const;

/**
 * What is said about drift.
 *
 * - `stable`: within the limits, or within noise.
 * - `watch`: beyond the first limit and beyond noise.
 * - `shifted`: beyond the second limit and beyond noise.
 * - `unknown`: cannot be told; the reason says why.
 */
export type Verdict = (typeof VERDICTS)[number];

/** Every {@link VerdictReason}. */
export const VERDICT_REASONS = [
  "no-reference",
  "too-few-rows",
  "noise-reaches-limit",
  "only-other",
  "datetime",
  "one-bin",
  "within-noise",
  "not-analysed",
] as const;

/**
 * Why a verdict is what it is, where the figures alone do not tell.
 *
 * - `no-reference`: nothing to compare with.
 * - `too-few-rows`: fewer than 100 rows on one side.
 * - `noise-reaches-limit`: the index lies within a noise bound that itself reaches the watch limit.
 * - `only-other`: only the bins `other` and `missing` have rows, however many.
 * - `datetime`: time moves on by itself, so an index over it says nothing.
 * - `one-bin`: a single bin; the index is 0 by definition.
 * - `within-noise`: beyond a limit, but not beyond the noise bound or the adjusted p-value.
 * - `not-analysed`: the feature's status is not one that can be compared.
 */
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** One of the parts of a feature's verdict, with the figure it judges. */
export interface PartVerdict {
  verdict: Verdict;
  /** Null where the figure and its limits say it all. */
  reason: VerdictReason | null;
  /** The figure judged: the index, or a difference of shares from −1 to 1 (0.01 is one percentage point). Null where there is none. */
  value: number | null;
  /** What noise alone would reach, in the figure's own units; null where there is none. */
  noise: number | null;
}

/** The parts of a feature's verdict; the feature's verdict is the worst of them. */
export interface PartVerdicts {
  /** Of the population stability index. */
  index: PartVerdict;
  /** Of the change of the missing share, current minus reference. */
  missing: PartVerdict;
  /** Of the share of rows whose level the reference lacks, in excess of what is expected. Null for kinds without levels. */
  unseen: PartVerdict | null;
  /**
   * Of the share of rows beyond the reference's least or its greatest value, whichever end has more of them; of the infinite ones
   * where they are more still and the reference has none; of points in time as `TimeCounts` has them. Null for kinds without order,
   * where the windows of points in time do not tell, and where an older writer did not tell.
   */
  beyond: PartVerdict | null;
  /**
   * Of the rows at one value, or in one narrow range, in excess of what the reference has there: share of all rows. Null unless
   * numeric, and where an older writer did not tell.
   */
  heaped: PartVerdict | null;
  /**
   * Of the share of the reference's rows with a value that are newer, for their window, than any of the run: rows that were expected,
   * and did not come. Null unless datetime, without the windows of both sides, where the reference does not tell how often new values
   * come, and where an older writer did not tell.
   */
  stale: PartVerdict | null;
}

/** Limits beyond which a part is `watch` or `shifted`. Can be set per feature. */
export interface Limits {
  /** Population stability index; 0.10 by default. */
  watch: number;
  /** Population stability index; 0.25 by default. */
  shifted: number;
  /** Absolute change of the missing share, 0 to 1; 0.005 by default. */
  missingWatch: number;
  /** Absolute change of the missing share, 0 to 1; 0.03 by default. */
  missingShifted: number;
  /** Excess share of unseen levels, 0 to 1; 0.005 by default. */
  unseenWatch: number;
  /** Excess share of unseen levels, 0 to 1; 0.01 by default. */
  unseenShifted: number;
  /** Share of rows beyond one of the reference's extremes, 0 to 1; 0.005 by default. */
  beyondWatch: number;
  /** Share of rows beyond one of the reference's extremes, 0 to 1; 0.01 by default. */
  beyondShifted: number;
  /** Excess share of rows at one value, 0 to 1; 0.01 by default. */
  heapedWatch: number;
  /** Excess share of rows at one value, 0 to 1; 0.03 by default. */
  heapedShifted: number;
  /** Share of rows that were expected to be newer, 0 to 1; 0.005 by default. */
  staleWatch: number;
  /** Share of rows that were expected to be newer, 0 to 1; 0.03 by default. */
  staleShifted: number;
}

/** The limits used where the configuration sets none. */
export const DEFAULT_LIMITS: Limits = {
  watch: 0.1,
  shifted: 0.25,
  missingWatch: 0.005,
  missingShifted: 0.03,
  unseenWatch: 0.005,
  unseenShifted: 0.01,
  beyondWatch: 0.005,
  beyondShifted: 0.01,
  heapedWatch: 0.01,
  heapedShifted: 0.03,
  staleWatch: 0.005,
  staleShifted: 0.03,
};
