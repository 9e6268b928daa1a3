import {
  DEFAULT_LIMITS,
  type DistributionDocument,
  type Drift,
  type FeatureStatistics,
  type FrozenFeature,
  type Kind,
  type StatisticsDocument,
  type TimeCounts,
  type Window,
} from "../../src/artifact/index.js";
import {
  adjustAndJudge,
  type FeatureCounts,
  findingOf,
  measureDrift,
  timeCounts,
} from "../../src/drift/index.js";
import { countByHand } from "./count-by-hand.js";
import { freezeLevels, freezeNumbers } from "./freeze-by-hand.js";
import { statisticsOf } from "./statistics-by-hand.js";

type Rows = readonly (number | null)[] | readonly (string | null)[];

const IDENTITY = {
  schemaVersion: 1,
  pipeline: "test",
  run: "run-1",
  createdAt: "2026-11-22T00:00:00.000Z",
  window: null,
  feature: "loan_amount",
  key: "loan_amount",
  title: {},
  description: {},
  unit: null,
};

/**
 * Both documents of a feature from its rows, by the hand-made freezing and counting beside this file.
 * @param reference null for a run without a reference
 * @param windows of the reference and of the run, of points in time
 */
export function documentsOf(
  reference: Rows | null,
  current: Rows,
  change: Partial<Pick<StatisticsDocument, "status" | "kind" | "unit">> = {},
  windows: readonly [Window, Window] | null = null,
): { statistics: StatisticsDocument; distribution: DistributionDocument } {
  const hasText = [...(reference ?? []), ...current].some((row) => typeof row === "string");
  const kind: Kind = change.kind ?? (hasText ? "categorical" : "numeric");
  const frozen = reference === null ? null : { ...freeze(reference, hasText), kind };
  const counts = frozen === null ? null : countByHand(frozen, current);
  const drift =
    frozen === null || counts === null
      ? null
      : judged(frozen, counts, windows && timesByHand(frozen, counts, current, windows));
  const points = frozen?.bins.flatMap(({ type, value }) => (type === "point" ? [Number(value)] : [])) ?? [];
  const figures = {
    ...IDENTITY,
    kind,
    status: change.status ?? "ok",
    unit: change.unit ?? null,
    reason: null,
    integer: null,
    source: "current.csv",
    ...statisticsOf(current, points),
    reference: frozen === null ? null : referenceOf(frozen, frozen.statistics),
    drift,
  } as const;
  const distribution = distributionOf(frozen, current, kind);
  return {
    statistics: { ...figures, finding: findingOf(figures, distribution), pictures: ["chart.png"] },
    distribution,
  };
}

function freeze(rows: Rows, hasText: boolean): FrozenFeature {
  return hasText ? freezeLevels(rows as (string | null)[]) : freezeNumbers(rows as (number | null)[]);
}

/** With the rows themselves in place of a sketch. */
function timesByHand(
  frozen: FrozenFeature,
  { belowReference }: FeatureCounts,
  rows: Rows,
  [reference, current]: readonly [Window, Window],
): TimeCounts {
  const values = rows.filter((row) => typeof row === "number");
  const newestUntil = (time: number): number | null =>
    values.reduce<number | null>(
      (newest, value) => (value > time ? newest : Math.max(newest ?? value, value)),
      null,
    );
  const rowsAfter = (time: number): number => values.filter((value) => value > time).length;
  return timeCounts(frozen, { newestUntil, belowReference, rowsAfter }, current, reference);
}

function judged(frozen: FrozenFeature, counts: FeatureCounts, times: TimeCounts | null): Drift {
  const drift = measureDrift(frozen, counts, DEFAULT_LIMITS, times);
  return adjustAndJudge(new Map([["feature", drift]])).get("feature")!;
}

function referenceOf(frozen: FrozenFeature, statistics: FeatureStatistics): StatisticsDocument["reference"] {
  const { referenceId, kind } = frozen;
  return { ...statistics, referenceId, kind, source: "reference.csv", window: null };
}

function distributionOf(frozen: FrozenFeature | null, current: Rows, kind: Kind): DistributionDocument {
  const known = new Map(frozen?.levels?.map(({ value, count }) => [value, count]));
  const own = new Set(frozen?.bins.map(({ value }) => value));
  const names = new Set([...known.keys(), ...current.filter((row) => typeof row === "string")]);
  const levels = [...names].map((value) => {
    const pair = {
      current: current.filter((row) => row === value).length,
      reference: frozen === null ? null : (known.get(value) ?? 0),
    };
    const change = pair.reference === 0 ? "new" : pair.current === 0 ? "gone" : null;
    return { value, ...pair, bin: own.has(value) ? "own" : "other", change } as const;
  });
  return {
    ...IDENTITY,
    kind,
    status: "ok",
    referenceId: frozen?.referenceId ?? null,
    rows: { current: current.length, reference: frozen?.statistics.rows ?? null },
    missing: {
      current: current.filter((row) => row === null).length,
      reference: frozen?.statistics.missing ?? null,
    },
    infinite: { current: 0, reference: 0 },
    points: [],
    histogram: null,
    levels: kind === "categorical" || kind === "boolean" ? levels : null,
    otherLevels: null,
  };
}
