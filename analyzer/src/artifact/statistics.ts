import type { Drift } from "./drift.js";
import type { Finding } from "./finding.js";
import type { FeatureIdentity, Identity } from "./identity.js";
import type { Kind } from "./kind.js";
import type { PictureFile } from "./layout.js";
import type { Status } from "./status.js";
import type { Window } from "./window.js";

/**
 * Quantiles of a feature by linear interpolation between order statistics (R type 7, NumPy's default).
 * In the feature's units (milliseconds since 1970 for datetime); null where there is no finite value.
 */
export interface Quantiles {
  p1: number | null;
  p5: number | null;
  p10: number | null;
  p25: number | null;
  p50: number | null;
  p75: number | null;
  p90: number | null;
  p95: number | null;
  p99: number | null;
}

/** Quantiles of the finite values that are not points (see {@link DriftBin}). */
export interface WithoutPoints {
  /** Finite values that are not points. */
  count: number;
  p5: number | null;
  p25: number | null;
  p50: number | null;
  p75: number | null;
  p95: number | null;
}

/**
 * Figures of one feature on one side. Always: rows = count + missing + positiveInfinity + negativeInfinity.
 *
 * Figures of values (`mean` to `max`) are over the finite values only; they are null for categorical
 * and boolean features and where there is no finite value. Datetime figures are in milliseconds
 * since 1970-01-01T00:00:00Z.
 */
export interface FeatureStatistics extends Quantiles {
  /** All rows. */
  rows: number;
  /** Rows with a finite value (numeric, datetime) or with any value that is not missing (categorical, boolean). */
  count: number;
  /** Rows that are null, absent, empty text, a missing token, or NaN. */
  missing: number;
  /** How many of the missing were NaN. */
  nan: number;
  /** Rows with +Infinity; not among the missing. */
  positiveInfinity: number;
  /** Rows with −Infinity; not among the missing. */
  negativeInfinity: number;
  /** Rows with 0 or −0; null unless numeric. */
  zeros: number | null;
  /** Rows with a finite value below 0; null unless numeric. */
  negatives: number | null;
  /** Rows that are true; null unless boolean. */
  trues: number | null;
  /** Number of different values, missing and infinite ones apart; −0 is 0. */
  distinct: number | null;
  /**
   * Standard error of `distinct`, in values: 0 where it is exact, which it is to 65,536 values of numbers and points in time and
   * for any number of levels; beyond, it is estimated (HyperLogLog, 0.8 %; after a merge 2.3 %, and exact to 100 values), and
   * never more than there are values. Null where `distinct` is null and where an older writer did not tell.
   */
  distinctError: number | null;
  /**
   * Whether the levels are an identifier or free text: at least 100 rows with a value, nine of ten with one of their own, and no
   * level with enough rows for a bin. Null for kinds other than categorical, where `distinct` is null, and where an older writer
   * did not tell.
   */
  identifierLike: boolean | null;
  /** Arithmetic mean. */
  mean: number | null;
  /** Standard deviation with divisor count − 1; null below two values. */
  std: number | null;
  /** Population skewness g1 = m3 / m2^1.5 (SciPy's default); null where m2 is 0. */
  skewness: number | null;
  /** Population excess kurtosis g2 = m4 / m2² − 3 (SciPy's default); null where m2 is 0. */
  kurtosis: number | null;
  min: number | null;
  max: number | null;
  /** Greatest absolute error of the quantiles in the feature's units; 0 when they are exact. */
  quantileError: number | null;
  /** The same without the points; null where the feature has none. */
  withoutPoints: WithoutPoints | null;
}

/** The frozen reference's figures, as far as the panel's table needs them. */
export interface ReferenceStatistics extends FeatureStatistics {
  /** SHA-256 of the frozen bins, the display edges and the reference counts, as hex. */
  referenceId: string;
  /** Where the reference's rows came from; never with a password. */
  source: string;
  /** Time span of the reference's rows; null where it is not known. */
  window: Window | null;
  /** The reference's own kind; differs from the document's only under status `type-changed`. */
  kind: Kind;
}

/** `features/<key>/statistics.json`: all figures of one feature in one run. */
export interface StatisticsDocument extends Identity, FeatureIdentity, FeatureStatistics {
  kind: Kind;
  status: Status;
  /** Why, under status `failed`, `not-found` and `type-changed`; null otherwise. One sentence for a person. */
  reason: string | null;
  /** True where all finite values are whole numbers; null unless numeric. */
  integer: boolean | null;
  /** Where the rows came from; never with a password. */
  source: string;
  /** Null without a reference, or where the reference lacks the feature. */
  reference: ReferenceStatistics | null;
  /** Null without a reference, and where the two sides cannot be compared. */
  drift: Drift | null;
  finding: Finding;
  /** Pictures beside this document; empty where none were asked for, or could be drawn. */
  pictures: PictureFile[];
}
