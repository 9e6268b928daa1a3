import {
  DEFAULT_LIMITS,
  type DistributionDocument,
  type FeatureStatistics,
  type Manifest,
  type StatisticsDocument,
} from "../../src/artifact/index.js";

const identity = {
  schemaVersion: 1,
  pipeline: "credit",
  run: "20261101t000000z-1f2e3d4c",
  createdAt: "2026-11-01T00:05:00.000Z",
  window: { start: "2026-10-01T00:00:00.000Z", end: "2026-11-01T00:00:00.000Z" },
};
const feature = {
  feature: "user_age",
  key: "user_age",
  title: { en: "Age" },
  description: {},
  unit: "years",
};

const figures: FeatureStatistics = {
  rows: 400,
  count: 390,
  missing: 10,
  nan: 0,
  positiveInfinity: 0,
  negativeInfinity: 0,
  zeros: 0,
  negatives: 0,
  trues: null,
  distinct: 50,
  distinctError: 0,
  identifierLike: null,
  mean: 41.5,
  std: 11.25,
  skewness: 0.2,
  kurtosis: -0.5,
  min: 18,
  p1: 19,
  p5: 22,
  p10: 26,
  p25: 33,
  p50: 41,
  p75: 50,
  p90: 57,
  p95: 61,
  p99: 66,
  max: 70,
  quantileError: 0,
  withoutPoints: null,
};
const part = { verdict: "stable", reason: null, value: 0.01, noise: 0.02 } as const;

/** A small, valid `statistics.json`, made anew for each call. */
export const statisticsDocument = (): StatisticsDocument =>
  structuredClone({
    ...identity,
    ...feature,
    ...figures,
    kind: "numeric",
    status: "ok",
    reason: null,
    integer: true,
    source: "rows.csv",
    reference: { ...figures, referenceId: "ab", source: "reference.csv", window: null, kind: "numeric" },
    drift: {
      referenceId: "ab",
      bins: [
        {
          type: "interval",
          low: null,
          high: 41,
          value: null,
          reference: 200,
          current: 190,
          contribution: 0.004,
        },
        {
          type: "interval",
          low: 41,
          high: null,
          value: null,
          reference: 190,
          current: 200,
          contribution: 0.005,
        },
        {
          type: "missing",
          low: null,
          high: null,
          value: null,
          reference: 10,
          current: 10,
          contribution: 0.001,
        },
      ],
      smoothing: { name: "add-half", perBin: 0.5, bins: 3 },
      metrics: [
        { name: "populationStabilityIndex", value: 0.01, definition: "sum", watch: 0.1, shifted: 0.25 },
      ],
      noiseBound: 0.03,
      pValue: 0.4,
      adjustedPValue: 0.5,
      belowReference: 0,
      aboveReference: 0,
      heap: null,
      times: null,
      unseenShare: null,
      unseenShareExpected: null,
      levelsSeenTwice: null,
      verdict: "stable",
      verdicts: { index: part, missing: part, unseen: null, beyond: part, heaped: part, stale: part },
      limits: DEFAULT_LIMITS,
    },
    finding: {
      code: "as-before",
      arguments: { medianReference: 41, medianCurrent: 41, withoutPoints: false },
    },
    pictures: ["chart.png", "card.png"],
  } satisfies StatisticsDocument);

const side = {
  counts: [190, 195],
  underflow: 2,
  overflow: 3,
  density: { bandwidth: 3.4, x: [18, 44, 70], y: [0.01, 0.03, 0.01] },
};

/** A small, valid `distribution.json`, made anew for each call. */
export const distributionDocument = (): DistributionDocument =>
  structuredClone({
    ...identity,
    ...feature,
    kind: "numeric",
    status: "ok",
    referenceId: "ab",
    rows: { current: 400, reference: 400 },
    missing: { current: 10, reference: 10 },
    infinite: { current: 0, reference: 0 },
    points: [{ value: 0, current: 1, reference: 2 }],
    histogram: { scale: "linear", edges: [17.5, 43.5, 70.5], current: side, reference: side },
    levels: null,
    otherLevels: null,
  } satisfies DistributionDocument);

/** A small, valid `manifest.json`, made anew for each call. */
export const manifest = (): Manifest =>
  structuredClone({
    ...identity,
    dataset: { source: "rows.csv", rows: 400, skippedRows: 0 },
    reference: { id: "cd", source: "reference.csv", rows: 400, window: null },
    analyzer: { version: "0.1.0" },
    thresholds: DEFAULT_LIMITS,
    note: { en: "planted" },
    files: [{ path: "features/user_age/statistics.json", sha256: "0".repeat(64), bytes: 12 }],
    features: [
      {
        name: "user_age",
        key: "user_age",
        kind: "numeric",
        status: "ok",
        title: {},
        unit: "years",
        importance: 0.2,
        rows: 400,
        missingShare: 0.025,
        referenceMissingShare: 0.025,
        unseenShare: null,
        referenceUnseenShare: null,
        mean: 41.5,
        p25: 33,
        p50: 41,
        p75: 50,
        populationStabilityIndex: 0.01,
        noiseBound: 0.03,
        adjustedPValue: 0.5,
        verdict: "stable",
        verdicts: { index: part, missing: part, unseen: null, beyond: part, heaped: part, stale: part },
        finding: { code: "as-before", arguments: {} },
        referenceId: "ab",
        limits: DEFAULT_LIMITS,
        reference: { p25: 33, p50: 41, p75: 50 },
        shape: { type: "bins", current: [0.5, 0.5], reference: null },
      },
    ],
  } satisfies Manifest);
