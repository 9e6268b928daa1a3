import type { Limits, PartVerdicts, Verdict } from "./verdict.js";

/** Every {@link BinType}. */
export const BIN_TYPES = ["interval", "point", "category", "other", "missing", "infinite"] as const;

/**
 * What a frozen bin holds.
 *
 * - `interval`: finite values with low ≤ value < high that are not points; a null end is open.
 * - `point`: one value so frequent in the reference that it has a bin of its own.
 * - `category`: one level (also `true` and `false`).
 * - `other`: every level without a bin of its own, unseen levels included.
 * - `missing`: the missing rows, NaN included.
 * - `infinite`: +Infinity and −Infinity.
 */
export type BinType = (typeof BIN_TYPES)[number];

/** A bin frozen with the reference. The bins of a feature partition all its rows. */
export interface FrozenBin {
  type: BinType;
  /** Inclusive low edge of an interval; null where it is open, and for all other types. */
  low: number | null;
  /** Exclusive high edge of an interval; null where it is open, and for all other types. */
  high: number | null;
  /** The value of a point, the level of a category; null for all other types. */
  value: number | string | null;
  /** Rows of the reference in the bin. */
  reference: number;
}

/** A frozen bin with the current run's rows and its term of the index. */
export interface DriftBin extends FrozenBin {
  /** Rows of the current run in the bin. */
  current: number;
  /** (q − p)·ln(q/p) with the smoothed shares; never negative; 0 where both counts are 0. The index is the sum. */
  contribution: number;
}

/** Every {@link MetricName}. */
export const METRIC_NAMES = [
  "populationStabilityIndex",
  "jensenShannonDistance",
  "hellingerDistance",
  "kolmogorovSmirnovStatistic",
  "wassersteinDistance",
  "chiSquaredTestOfHomogeneity",
  "largestShareDifference",
] as const;

/** Names of the drift metrics, written out. */
export type MetricName = (typeof METRIC_NAMES)[number];

/** One figure for the difference between reference and current. */
export interface DriftMetric {
  name: MetricName;
  /** Null where it is not defined, e.g. a Wasserstein distance against a constant reference. */
  value: number | null;
  /** How it is computed, in one line; a name and its choices, not a program. */
  definition: string;
  /** Watch limit; only where a verdict rests on this metric. */
  watch?: number;
  /** Shifted limit; only where a verdict rests on this metric. */
  shifted?: number;
  /** Degrees of freedom, for tests. */
  degreesOfFreedom?: number;
  /** Unadjusted p-value, for tests. */
  pValue?: number | null;
}

/** How zero counts are kept out of the logarithm. */
export interface Smoothing {
  /** `add-half`: p = (r + 0.5) / (N + 0.5·B), q likewise with M. */
  name: "add-half";
  /** Rows added to each bin. */
  perBin: number;
  /** B: bins with rows on at least one side. */
  bins: number;
}

/**
 * The place where current rows crowd: a value, as a `point`, or the `interval` between two neighbouring edges of the reference's
 * cells, without either, no wider than a twentieth of the reference's middle half. It has at least twice the rows that it would
 * have, had it changed as the bins in which it lies, or as all, did; no place has more rows beyond that. Its rows count in those
 * bins, so it contributes 0 to the index.
 */
export interface Heap extends DriftBin {
  /** Values and ranges that it is one of. */
  places: number;
}

/**
 * Rows that are out of time, of a datetime feature whose windows are told on both sides. Time moves on, so all three are of how
 * old a value is when its row comes.
 */
export interface TimeCounts {
  /**
   * Current finite rows before the reference's oldest value; null where the run's window begins or ends before the reference's,
   * as that of a backfill does.
   */
  earlier: number | null;
  /**
   * Current finite rows after the end of the run's window by more than the length of the reference's, as far as `ProfileSketch`
   * tells them from earlier ones; null where the reference has values after the end of its own.
   */
  later: number | null;
  /**
   * The run's newest value that is none of these later ones, in milliseconds since 1970; where there are such, the end of its
   * bucket of `ProfileSketch`. Null where there is none.
   */
  newest: number | null;
  /**
   * Finite rows of the reference within a span of the end of its window that none of the run's is within: the time from `newest`
   * to the start of its window, less the longest time that passed between two values of the reference. As many as its cells have
   * surely; null where that time is more than a quarter of its window, or not known.
   */
  overdue: number | null;
}

/**
 * Everything that is needed to compute the drift again by hand.
 *
 * N and M are the sums of the bins' reference and current counts. Population stability index,
 * Jensen–Shannon and Hellinger distance, noise bound and p-value follow from `bins` to 1e-12;
 * Kolmogorov–Smirnov statistic and Wasserstein distance come from cells kept in the reference file.
 */
export interface Drift {
  /** SHA-256 of the frozen bins, the display edges and the reference counts, as hex. Runs compare where it is equal. */
  referenceId: string;
  /** Every frozen bin, in the frozen order, so that runs line up. */
  bins: DriftBin[];
  smoothing: Smoothing;
  metrics: DriftMetric[];
  /**
   * What the index reaches with no drift in 95 of 100 cases: (1/N + 1/M)·χ²(0.95, B − 1). Null with fewer than two bins, or
   * without rows.
   */
  noiseBound: number | null;
  /** P(χ²(B − 1) ≥ index / (1/N + 1/M)); null where the bound is null. */
  pValue: number | null;
  /** The p-value after Benjamini–Hochberg over the run's features. */
  adjustedPValue: number | null;
  /** Current finite rows below the reference's least value; null unless numeric or datetime. */
  belowReference: number | null;
  /** Current finite rows above the reference's greatest value; null unless numeric or datetime. */
  aboveReference: number | null;
  /** Null where there is none, unless numeric, and in older reports. */
  heap: Heap | null;
  /** Null unless datetime, without the windows of both sides, and in older reports. */
  times: TimeCounts | null;
  /** Share of current rows whose level the reference lacks; null for kinds without levels. */
  unseenShare: number | null;
  /** What Good and Turing expect of it: levels seen once in the reference over its rows; null for kinds without levels. */
  unseenShareExpected: number | null;
  /** Levels seen twice in the reference, for the noise of that expectation; null for kinds without levels, absent in older reports. */
  levelsSeenTwice?: number | null;
  /** The worst part; `unknown` counts only if no part is watch or shifted. */
  verdict: Verdict;
  verdicts: PartVerdicts;
  limits: Limits;
}
