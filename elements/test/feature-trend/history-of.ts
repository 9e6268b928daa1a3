import {
  type History,
  type HistoryRow,
  type PartVerdict,
  SCHEMA_VERSION,
  type Verdict,
} from "@featurescope/analyzer/artifact";

/** What differs between the runs of a history made for a test. */
export interface RunPlan {
  /** Null for a run that failed. */
  index: number | null;
  noiseBound?: number;
  referenceId?: string;
  missingShare?: number;
  /** Share of levels that the reference lacks: the run is of a categorical feature. */
  unseenShare?: number;
  /** Share of rows beyond one of the reference's extremes. */
  shareBeyond?: number;
  /** Excess share of rows at one value. */
  excessHeaped?: number;
  /** Share of rows that were expected to be newer: the run is of a datetime feature. */
  shareOverdue?: number;
}

const DAY = 86_400_000;
const FIRST = Date.parse("2026-10-01T00:00:00.000Z");

/** A gateway's history of daily runs from 1 Oct 2026 on. */
export function historyOf(plans: readonly RunPlan[]): History {
  return {
    schemaVersion: SCHEMA_VERSION,
    pipeline: "credit scoring",
    feature: "loan_amount",
    key: "loan_amount",
    rows: plans.map(row),
  };
}

/** So many runs with a small index. */
export function calm(count: number, more: Partial<RunPlan> = {}): RunPlan[] {
  return Array.from({ length: count }, (_, i) => ({ index: 0.01 + (i % 5) / 500, ...more }));
}

function row(plan: RunPlan, day: number): HistoryRow {
  const {
    index,
    noiseBound = 0.012,
    referenceId = "ab12cd34ef",
    missingShare = 0.004,
    unseenShare = null,
    shareBeyond = 0,
    excessHeaped = 0,
    shareOverdue = null,
  } = plan;
  const start = FIRST + day * DAY;
  const quartiles = { p25: 33_000, p50: 47_000, p75: 65_000 };
  const none = { p25: null, p50: null, p75: null };
  const failed = index === null;
  const verdict = index === null ? "unknown" : judged(index, 0.1, 0.25);
  const missing = judged(missingShare - 0.004, 0.005, 0.03);
  const beyond = judged(shareBeyond, 0.005, 0.01);
  const heaped = judged(excessHeaped, 0.01, 0.03);
  const stale = shareOverdue === null ? "stable" : judged(shareOverdue, 0.005, 0.03);
  const isNumeric = unseenShare === null && shareOverdue === null && !failed;
  return {
    run: `day-${day}`,
    createdAt: new Date(start + 1.25 * DAY).toISOString(),
    window: { start: new Date(start).toISOString(), end: new Date(start + DAY).toISOString() },
    kind: failed
      ? "unknown"
      : shareOverdue !== null
        ? "datetime"
        : unseenShare === null
          ? "numeric"
          : "categorical",
    status: failed ? "failed" : "ok",
    rows: failed ? 0 : 1000 + day,
    missingShare: failed ? null : missingShare,
    referenceMissingShare: failed ? null : 0.004,
    unseenShare,
    referenceUnseenShare: unseenShare === null ? null : 0.001,
    mean: null,
    ...(isNumeric ? { ...quartiles, p50: 47_000 + 100 * day } : none),
    populationStabilityIndex: index,
    noiseBound: failed ? null : noiseBound,
    adjustedPValue: null,
    verdict: [verdict, missing, beyond, heaped, stale].find((part) => part !== "stable") ?? "stable",
    verdicts: {
      index: part(verdict, index),
      missing: part(failed ? "unknown" : missing, failed ? null : missingShare - 0.004),
      unseen:
        unseenShare === null ? null : part(judged(unseenShare - 0.001, 0.005, 0.01), unseenShare - 0.001),
      beyond: isNumeric ? part(beyond, shareBeyond) : null,
      heaped: isNumeric ? part(heaped, excessHeaped) : null,
      stale: shareOverdue === null ? null : part(stale, shareOverdue),
    },
    finding: failed
      ? { code: "failed", arguments: {} }
      : {
          code: "higher",
          arguments: { medianReference: 47_000, medianCurrent: 58_600, withoutPoints: false },
        },
    referenceId: failed ? null : referenceId,
    reference: failed ? null : isNumeric ? quartiles : none,
  };
}

function judged(value: number, watch: number, shifted: number): Verdict {
  return value >= shifted ? "shifted" : value >= watch ? "watch" : "stable";
}

function part(verdict: Verdict, value: number | null): PartVerdict {
  return { verdict, reason: null, value, noise: null };
}
