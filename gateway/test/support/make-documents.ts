import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import {
  DEFAULT_LIMITS,
  type DistributionDocument,
  type FeatureStatistics,
  type Identity,
  type ManifestFeature,
  type PartVerdict,
  type StatisticsDocument,
  type Status,
  type Verdict,
  SCHEMA_VERSION,
  keyOf,
} from "@featurescope/analyzer/artifact";

/** What a test says of a run; the rest is filled in by the contract. */
export interface RunPlan {
  pipeline?: string;
  run: string;
  createdAt?: string;
  window?: { start: string; end: string } | null;
  features?: FeaturePlan[];
  note?: Record<string, string>;
  /** How many the table had. */
  rows?: number;
}

export interface FeaturePlan {
  name: string;
  /** Key to use instead of the one that the name has. */
  key?: string;
  verdict?: Verdict;
  /** How the manifest says that its analysis ended. */
  status?: Status;
  populationStabilityIndex?: number;
  /** Told apart in the documents, so that a test sees which run it got. */
  mean?: number;
  title?: Record<string, string>;
}

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

export function identityOf({ pipeline = "credit", run, createdAt, window }: RunPlan): Identity {
  return {
    schemaVersion: SCHEMA_VERSION,
    pipeline,
    run,
    createdAt: createdAt ?? "2026-11-01T00:00:00.000Z",
    window: window ?? null,
  };
}

export function keyOfFeature({ name, key }: FeaturePlan): string {
  return key ?? keyOf(name, sha256);
}

const stable: PartVerdict = { verdict: "stable", reason: null, value: 0, noise: 0 };

function figures(mean: number): FeatureStatistics {
  const quantiles = {
    p1: mean,
    p5: mean,
    p10: mean,
    p25: mean,
    p50: mean,
    p75: mean,
    p90: mean,
    p95: mean,
    p99: mean,
  };
  return {
    ...quantiles,
    rows: 1000,
    count: 1000,
    missing: 0,
    nan: 0,
    positiveInfinity: 0,
    negativeInfinity: 0,
    zeros: 0,
    negatives: 0,
    trues: null,
    distinct: 1000,
    distinctError: null,
    identifierLike: null,
    mean,
    std: 1,
    skewness: 0,
    kurtosis: 0,
    min: mean,
    max: mean,
    quantileError: 0,
    withoutPoints: null,
  };
}

/** The feature's entry in the manifest. */
export function summaryOf(plan: FeaturePlan): ManifestFeature {
  const mean = plan.mean ?? 1;
  const verdict = plan.verdict ?? "stable";
  return {
    name: plan.name,
    key: keyOfFeature(plan),
    title: plan.title ?? {},
    unit: null,
    importance: null,
    limits: DEFAULT_LIMITS,
    shape: null,
    kind: "numeric",
    status: plan.status ?? "ok",
    rows: 1000,
    missingShare: 0,
    referenceMissingShare: null,
    unseenShare: null,
    referenceUnseenShare: null,
    mean,
    p25: mean,
    p50: mean,
    p75: mean,
    populationStabilityIndex: plan.populationStabilityIndex ?? 0.01,
    noiseBound: 0.005,
    adjustedPValue: 0.5,
    verdict,
    verdicts: {
      index: { ...stable, verdict },
      missing: stable,
      unseen: null,
      beyond: null,
      heaped: null,
      stale: null,
    },
    finding: { code: "as-before", arguments: {} },
    referenceId: null,
    reference: null,
  };
}

function featureIdentity(plan: FeaturePlan) {
  return { feature: plan.name, key: keyOfFeature(plan), title: {}, description: {}, unit: null };
}

/** `statistics.json` of a feature. */
export function statisticsOf(run: RunPlan, plan: FeaturePlan): StatisticsDocument {
  return {
    ...identityOf(run),
    ...featureIdentity(plan),
    ...figures(plan.mean ?? 1),
    kind: "numeric",
    status: "ok",
    reason: null,
    integer: false,
    source: "data.csv",
    reference: null,
    drift: null,
    finding: { code: "no-reference", arguments: {} },
    pictures: ["chart.png"],
  };
}

/** `distribution.json` of a feature. */
export function distributionOf(run: RunPlan, plan: FeaturePlan): DistributionDocument {
  const none = { current: 0, reference: null };
  return {
    ...identityOf(run),
    ...featureIdentity(plan),
    kind: "numeric",
    status: "ok",
    referenceId: null,
    rows: { current: 1000, reference: null },
    missing: none,
    infinite: none,
    points: [],
    histogram: {
      scale: "linear",
      edges: Array.from({ length: 51 }, (_, i) => i),
      current: { counts: Array.from({ length: 50 }, () => 20), underflow: 0, overflow: 0, density: null },
      reference: null,
    },
    levels: null,
    otherLevels: null,
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A PNG of one grey pixel. */
export function png(grey: number): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const pixel = deflateSync(Buffer.from([0, grey & 255]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", pixel),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
