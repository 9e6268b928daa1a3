import {
  DEFAULT_LIMITS,
  type FeatureList,
  type FeatureRow,
  type Finding,
  type PartVerdict,
  type RecentRun,
  RunGatherer,
  SCHEMA_VERSION,
  type Verdict,
} from "@featurescope/analyzer/artifact";

/** What differs between the features of a list made for a test. */
export interface RowPlan {
  name: string;
  index: number | null;
  importance?: number | null;
  verdict?: Verdict;
  /** Change of the missing share and its verdict. */
  missing?: { change: number; verdict: Verdict };
  finding?: Finding;
  status?: FeatureRow["status"];
  title?: Record<string, string>;
  noiseBound?: number | null;
  /** Runs for which the feature has been as it is, of 30. */
  since?: number;
  shape?: FeatureRow["shape"];
}

const DAY = 86_400_000;
const NEWEST = Date.parse("2026-11-22T00:00:00.000Z");

function judged(index: number | null): Verdict {
  if (index === null) return "unknown";
  return index >= 0.25 ? "shifted" : index >= 0.1 ? "watch" : "stable";
}

function part(verdict: Verdict, value: number | null, noise: number | null): PartVerdict {
  return { verdict, reason: null, value, noise };
}

function bump(centre: number, spread: number, bars = 25): number[] {
  const heights = Array.from({ length: bars }, (_, i) => Math.exp(-(((i - centre) / spread) ** 2)));
  const sum = heights.reduce((total, height) => total + height, 0);
  return heights.map((height) => height / sum);
}

function recentRuns(plan: RowPlan, verdict: Verdict): RecentRun[] {
  const since = plan.since ?? 1;
  return Array.from({ length: 30 }, (_, i) => {
    const isNow = i >= 30 - since;
    const calm = 0.012 + 0.004 * Math.sin(i * 1.7);
    return {
      run: `day-${i}`,
      start: new Date(NEWEST - (30 - i) * DAY).toISOString(),
      end: new Date(NEWEST - (29 - i) * DAY).toISOString(),
      populationStabilityIndex: isNow ? plan.index : calm,
      verdict: isNow ? verdict : "stable",
      referenceId: i < 8 ? "ab" : "cd",
    };
  });
}

/** A row of a features list, as a gateway answers it. */
function featureRow(plan: RowPlan, gatherer = new RunGatherer()): FeatureRow {
  const { name, index, missing = { change: 0, verdict: "stable" } } = plan;
  const own = judged(index);
  const verdict = plan.verdict ?? (missing.verdict === "shifted" ? "shifted" : own);
  const noiseBound = plan.noiseBound === undefined ? 0.002 : plan.noiseBound;
  return {
    name,
    key: name.replaceAll(/[^a-z0-9_]/gi, "~"),
    kind: "numeric",
    status: plan.status ?? "ok",
    title: plan.title ?? {},
    unit: null,
    importance: plan.importance === undefined ? 0.05 : plan.importance,
    rows: 12_846,
    missingShare: 0.02 + missing.change,
    referenceMissingShare: 0.02,
    unseenShare: null,
    referenceUnseenShare: null,
    mean: 50,
    p25: 40,
    p50: 47,
    p75: 60,
    populationStabilityIndex: index,
    noiseBound,
    adjustedPValue: index === null ? null : 0.001,
    verdict,
    verdicts: {
      index: part(plan.verdict === "unknown" ? "unknown" : own, index, noiseBound),
      missing: part(missing.verdict, index === null ? null : missing.change, 0.004),
      unseen: null,
      beyond: null,
      heaped: null,
      stale: null,
    },
    finding: plan.finding ?? {
      code: "higher",
      arguments: { medianReference: 47_000, medianCurrent: 58_600, withoutPoints: false },
    },
    referenceId: "cd",
    reference: { p25: 36, p50: 44, p75: 55 },
    limits: DEFAULT_LIMITS,
    shape:
      plan.shape === undefined ? { type: "bins", current: bump(13, 6), reference: bump(10, 5) } : plan.shape,
    run: "20261122t000000z-1f2e3d4c",
    href: `features/${name}/`,
    recent: gatherer.add(recentRuns(plan, verdict)),
  };
}

/** A features list, as a gateway answers it. */
export function featureList(plans: readonly RowPlan[]): FeatureList {
  const gatherer = new RunGatherer();
  return {
    schemaVersion: SCHEMA_VERSION,
    pipeline: "Application scoring",
    run: "20261122t000000z-1f2e3d4c",
    createdAt: "2026-11-22T06:40:00.000Z",
    window: { start: "2026-11-21T00:00:00.000Z", end: "2026-11-22T00:00:00.000Z" },
    dataset: { source: "applications.parquet", rows: 12_846, skippedRows: 0 },
    reference: {
      id: "cd",
      source: "q3.parquet",
      rows: 1_204_330,
      window: { start: "2026-07-01T00:00:00.000Z", end: "2026-10-01T00:00:00.000Z" },
    },
    analyzer: { version: "0.1.0" },
    thresholds: DEFAULT_LIMITS,
    note: {},
    features: plans.map((plan) => featureRow(plan, gatherer)),
    recent: gatherer.listed,
    nextCursor: null,
  };
}

/** Features of every sort that a board has to show well: the ones of the drawing that it follows. */
export const CREDIT: readonly RowPlan[] = [
  {
    name: "bureau_score_v2",
    index: null,
    status: "type-changed",
    verdict: "unknown",
    noiseBound: null,
    shape: null,
    finding: { code: "type-changed", arguments: { kindReference: "numeric", kindCurrent: "categorical" } },
    title: { en: "Bureau score", "zh-Hans": "征信评分" },
  },
  {
    name: "employment_tenure_months",
    index: 0.09,
    missing: { change: 0.062, verdict: "shifted" },
    finding: { code: "missing-only", arguments: { missingReference: 0.021, missingCurrent: 0.083 } },
    title: { en: "Employment tenure", "zh-Hans": "工作年限" },
    since: 2,
  },
  {
    name: "channel",
    index: 0.33,
    importance: 0.033,
    shape: {
      type: "levels",
      current: [0.3, 0.27, 0.18, 0.1, 0.08, 0, 0.07],
      reference: [0.32, 0.25, 0.19, 0.1, 0.07, 0.07, 0],
    },
    finding: {
      code: "gone-and-new",
      arguments: {
        gone: "telesales",
        goneShare: 0.07,
        goneCount: 1,
        new: "douyin_live",
        newShare: 0.07,
        newCount: 1,
      },
    },
  },
  {
    name: "debt_to_income",
    index: 0.25,
    importance: 0.097,
    since: 9,
    missing: { change: 0.002, verdict: "stable" },
  },
  { name: "device_age_days", index: 0.58, importance: null, since: 15 },
  { name: "credit_utilization_revolving_accounts_30d", index: 0.26, importance: 0.074, since: 4 },
  { name: "credit_utilization_revolving_accounts_90d", index: 0.14, importance: 0.058 },
  {
    name: "coapplicant_income",
    index: 0.1,
    verdict: "shifted",
    importance: 0.017,
    noiseBound: 0.15,
    missing: { change: 0.11, verdict: "shifted" },
  },
  {
    name: "loan_amount",
    index: 0.2,
    importance: 0.061,
    missing: { change: 0.008, verdict: "watch" },
    since: 6,
    title: { en: "Loan amount", "zh-Hans": "贷款金额" },
  },
  {
    name: "年龄 / age",
    index: 0.01,
    since: 30,
    title: { en: "Age" },
    finding: { code: "as-before", arguments: {} },
  },
  {
    name: "user_age",
    index: 0.003,
    finding: { code: "as-before", arguments: {} },
    title: { en: "Age of the applicant", "zh-Hans": "申请人年龄" },
  },
  {
    name: "purpose",
    index: 0.18,
    noiseBound: 0.2,
    verdict: "unknown",
    finding: { code: "too-few-rows", arguments: { rows: 80, needed: 100, noiseBound: 0.2 } },
  },
];
