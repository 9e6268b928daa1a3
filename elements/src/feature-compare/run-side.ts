import type { FeatureStatistics, HistogramScale } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";

/** Rows in display bins. */
export interface SideHistogram {
  scale: HistogramScale;
  /** Ascending, one more than `counts`. */
  edges: readonly number[];
  counts: readonly number[];
  underflow: number;
  overflow: number;
}

/** Five quantiles of the values that are drawn: without points, where there are some. */
export interface SideQuantiles {
  p5: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
}

/** What is drawn of a run, or of a frozen reference; counts are rows. */
export interface RunSide {
  rows: number;
  missing: number;
  histogram: SideHistogram | null;
  points: readonly { value: number; count: number }[];
  /** Null for kinds without levels. */
  levels: readonly { value: string; count: number }[] | null;
  quantiles: SideQuantiles | null;
}

/** A run by itself. */
export function currentSide({ statistics, distribution }: ChartDocuments): RunSide {
  const { histogram, points, levels } = distribution;
  return {
    rows: statistics.rows,
    missing: statistics.missing,
    histogram: histogram && { scale: histogram.scale, edges: histogram.edges, ...histogram.current },
    points: points.map(({ value, current }) => ({ value, count: current })),
    levels: levels?.map(({ value, current }) => ({ value, count: current })) ?? null,
    quantiles: quantilesOf(statistics),
  };
}

/** The frozen reference that a run was measured against; null without one. */
export function referenceSide({ statistics, distribution }: ChartDocuments): RunSide | null {
  const { reference } = statistics;
  if (reference === null) return null;
  const { histogram, points, levels } = distribution;
  return {
    rows: reference.rows,
    missing: reference.missing,
    histogram: histogram?.reference
      ? { scale: histogram.scale, edges: histogram.edges, ...histogram.reference }
      : null,
    points: points.map((point) => ({ value: point.value, count: point.reference ?? 0 })),
    levels: levels?.map((level) => ({ value: level.value, count: level.reference ?? 0 })) ?? null,
    quantiles: quantilesOf(reference),
  };
}

function quantilesOf({ withoutPoints, ...all }: FeatureStatistics): SideQuantiles | null {
  const { p5, p25, p50, p75, p95 } = withoutPoints ?? all;
  if (p5 === null || p25 === null || p50 === null || p75 === null || p95 === null) return null;
  return { p5, p25, p50, p75, p95 };
}
