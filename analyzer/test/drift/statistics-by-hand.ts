import type { FeatureStatistics, WithoutPoints } from "../../src/artifact/index.js";
import { identifierLikeOf } from "../../src/statistics/identifier-like-of.js";

/** The figures of a column, computed the plain way; those that no test of drift looks at are null. @param rows null is missing */
export function statisticsOf(
  rows: readonly (number | string | null)[],
  points: readonly number[],
): FeatureStatistics {
  const values = rows.filter((row) => row !== null);
  const finite = values.filter((value): value is number => Number.isFinite(value)).sort((a, b) => a - b);
  const hasText = values.some((value) => typeof value === "string");
  const at = (probability: number): number | null => quantile(finite, probability);
  return {
    rows: rows.length,
    count: hasText ? values.length : finite.length,
    missing: rows.length - values.length,
    nan: 0,
    positiveInfinity: values.filter((value) => value === Infinity).length,
    negativeInfinity: values.filter((value) => value === -Infinity).length,
    zeros: hasText ? null : finite.filter((value) => value === 0).length,
    negatives: hasText ? null : finite.filter((value) => value < 0).length,
    trues: null,
    distinct: new Set(values).size,
    distinctError: 0,
    identifierLike: hasText ? identifierLikeOf(levelCounts(rows)) : null,
    mean: null,
    std: null,
    skewness: null,
    kurtosis: null,
    min: finite[0] ?? null,
    p1: at(0.01),
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    max: finite.at(-1) ?? null,
    quantileError: finite.length === 0 ? null : 0,
    withoutPoints: points.length === 0 ? null : withoutPoints(finite, points),
  };
}

function levelCounts(rows: readonly unknown[]): Parameters<typeof identifierLikeOf>[0] {
  const counts = new Map<unknown, number>();
  for (const row of rows) if (row !== null) counts.set(row, (counts.get(row) ?? 0) + 1);
  const [count, most] = [[...counts.values()].reduce((a, b) => a + b, 0), Math.max(0, ...counts.values())];
  return { rows: rows.length, count, distinct: counts.size, most };
}

function withoutPoints(finite: readonly number[], points: readonly number[]): WithoutPoints {
  const others = finite.filter((value) => !points.includes(value));
  const at = (probability: number): number | null => quantile(others, probability);
  return { count: others.length, p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
}

function quantile(sorted: readonly number[], probability: number): number | null {
  const position = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(position)];
  if (low === undefined) return null;
  return low + (sorted[Math.ceil(position)]! - low) * (position - Math.floor(position));
}
