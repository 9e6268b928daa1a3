import {
  DEFAULT_LIMITS,
  type DistributionDocument,
  type FeatureStatistics,
  type FrozenBin,
  type FrozenFeature,
  SCHEMA_VERSION,
  type StatisticsDocument,
} from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { findingOf, measureDrift } from "@featurescope/analyzer/drift";

/** Rows of a run in the frozen bins of a numeric feature: four ranges, then missing. */
export type Counts = readonly [number, number, number, number, number];

const EDGES = [0, 25, 50, 75, 100];
const REFERENCE: Counts = [2500, 2500, 2500, 2500, 100];

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** Figures as they would be if the rows of a range all had its middle value. */
function figuresOf(counts: Counts): FeatureStatistics {
  const values = counts.slice(0, 4).flatMap((count, i) => Array.from({ length: count }, () => 12.5 + 25 * i));
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? null;
  const mean = sum(values) / values.length;
  return {
    rows: sum(counts),
    count: values.length,
    missing: counts[4],
    nan: 0,
    positiveInfinity: 0,
    negativeInfinity: 0,
    zeros: 0,
    negatives: 0,
    trues: null,
    distinct: 4,
    distinctError: 0,
    identifierLike: null,
    mean,
    std: Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1)),
    skewness: null,
    kurtosis: null,
    min: at(0),
    p1: at(0.01),
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    quantileError: 0,
    withoutPoints: null,
  };
}

function frozen(referenceId: string): FrozenFeature {
  const bins = REFERENCE.map((reference, i): FrozenBin => {
    if (i === 4) return { type: "missing", low: null, high: null, value: null, reference };
    return {
      type: "interval",
      low: i === 0 ? null : EDGES[i]!,
      high: i === 3 ? null : EDGES[i + 1]!,
      value: null,
      reference,
    };
  });
  return {
    name: "loan_amount",
    kind: "numeric",
    status: "ok",
    integer: false,
    referenceId,
    statistics: figuresOf(REFERENCE),
    bins,
    histogram: null,
    cells: null,
    levels: null,
    levelsSeenOnce: null,
  };
}

/**
 * Documents of a run, consistent in themselves, with drift as the drift module measures it.
 * @param month of 2026, from 1: the run's window
 */
export function runDocuments(
  month: number,
  counts: Counts,
  { referenceId = "ab", edges = EDGES }: { referenceId?: string; edges?: number[] } = {},
): ChartDocuments {
  const reference = frozen(referenceId);
  const window = {
    start: new Date(Date.UTC(2026, month - 1)).toISOString(),
    end: new Date(Date.UTC(2026, month)).toISOString(),
  };
  const identity = {
    schemaVersion: SCHEMA_VERSION,
    pipeline: "credit",
    run: `2026${String(month).padStart(2, "0")}-run`,
    createdAt: window.end,
    window,
    feature: "loan_amount",
    key: "loan_amount",
    title: { en: "Loan amount", "zh-Hans": "贷款金额" },
    description: {},
    unit: "CNY",
    kind: "numeric",
    status: "ok",
  } as const;
  const distribution: DistributionDocument = {
    ...identity,
    referenceId,
    rows: { current: sum(counts), reference: sum(REFERENCE) },
    missing: { current: counts[4], reference: REFERENCE[4] },
    infinite: { current: 0, reference: 0 },
    points: [],
    histogram: {
      scale: "linear",
      edges,
      current: { counts: counts.slice(0, 4), underflow: 0, overflow: 0, density: null },
      reference: { counts: REFERENCE.slice(0, 4), underflow: 0, overflow: 0, density: null },
    },
    levels: null,
    otherLevels: null,
  };
  const own: Omit<StatisticsDocument, "finding" | "pictures"> = {
    ...identity,
    ...figuresOf(counts),
    reason: null,
    integer: false,
    source: "applications.parquet",
    reference: { ...reference.statistics, referenceId, source: "q3.parquet", window: null, kind: "numeric" },
    drift: measureDrift(
      reference,
      {
        rows: sum(counts),
        bins: [...counts],
        belowReference: 0,
        aboveReference: 0,
        cells: null,
        unseen: null,
      },
      DEFAULT_LIMITS,
    ),
  };
  return {
    statistics: { ...own, finding: findingOf(own, distribution), pictures: ["chart.png"] },
    distribution,
  };
}
