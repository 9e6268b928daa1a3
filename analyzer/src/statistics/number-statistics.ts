import type { FeatureStatistics, Quantiles, WithoutPoints } from "../artifact/index.js";
import { QUANTILE_LEVELS, REST_LEVELS } from "./quantile-levels.js";
import { quantile } from "./quantile.js";
import { type RowCounts, rowStatistics } from "./row-statistics.js";

/** Finite values in sorted order. */
interface SortedValues {
  count: number;
  valueAt: (rank: number) => number;
}

/** What is known of a column's finite values. */
export interface ValueFacts extends SortedValues {
  zeros: number;
  negatives: number;
  distinct: number | null;
  /** Null where `distinct` is. */
  distinctError: number | null;
  mean: number | null;
  std: number | null;
  skewness: number | null;
  kurtosis: number | null;
  min: number;
  max: number;
  /** The values that are no points; null where there are no points. */
  rest: SortedValues | null;
}

/** Statistics of a numeric or datetime column; zeros and negatives are told of numbers only. */
export function numberStatistics(
  kind: "numeric" | "datetime",
  rows: RowCounts,
  facts: ValueFacts,
): FeatureStatistics {
  const { count, mean, std, skewness, kurtosis, distinct, distinctError } = facts;
  const isNumeric = kind === "numeric";
  const hasValues = count > 0;
  return {
    ...rowStatistics(rows),
    zeros: isNumeric ? facts.zeros : null,
    negatives: isNumeric ? facts.negatives : null,
    distinct,
    distinctError,
    mean,
    std,
    skewness,
    kurtosis,
    min: hasValues ? facts.min : null,
    ...quantiles(facts),
    max: hasValues ? facts.max : null,
    quantileError: hasValues ? 0 : null,
    withoutPoints: facts.rest === null ? null : withoutPoints(facts.rest),
  };
}

function quantiles({ count, valueAt }: SortedValues): Quantiles {
  const named = Object.entries(QUANTILE_LEVELS).map(([name, p]) => [name, quantile(count, p, valueAt)]);
  return Object.fromEntries(named) as Quantiles;
}

function withoutPoints({ count, valueAt }: SortedValues): WithoutPoints {
  const [p5, p25, p50, p75, p95] = REST_LEVELS.map((p) => quantile(count, p, valueAt));
  return { count, p5: p5 ?? null, p25: p25 ?? null, p50: p50 ?? null, p75: p75 ?? null, p95: p95 ?? null };
}
