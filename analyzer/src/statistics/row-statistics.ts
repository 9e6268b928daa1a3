import type { FeatureStatistics } from "../artifact/index.js";

/** Rows of a column by what they hold. */
export interface RowCounts {
  rows: number;
  missing: number;
  /** How many of the missing are NaN. */
  nan: number;
  positiveInfinity: number;
  negativeInfinity: number;
}

/** Statistics of rows whose values have no figures: those of levels, and of a column without values. */
export function rowStatistics(counts: RowCounts): FeatureStatistics {
  const { rows, missing, nan, positiveInfinity, negativeInfinity } = counts;
  return {
    rows,
    count: rows - missing - positiveInfinity - negativeInfinity,
    missing,
    nan,
    positiveInfinity,
    negativeInfinity,
    zeros: null,
    negatives: null,
    trues: null,
    distinct: null,
    distinctError: null,
    identifierLike: null,
    mean: null,
    std: null,
    skewness: null,
    kurtosis: null,
    min: null,
    p1: null,
    p5: null,
    p10: null,
    p25: null,
    p50: null,
    p75: null,
    p90: null,
    p95: null,
    p99: null,
    max: null,
    quantileError: null,
    withoutPoints: null,
  };
}
