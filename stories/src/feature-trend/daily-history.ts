import {
  DAY,
  type DriftBin,
  type History,
  type HistoryRow,
  HOUR,
  type StatisticsDocument,
} from "@featurescope/analyzer/artifact";
import { driftBetween, unjudged } from "@featurescope/analyzer/drift";

/** What happens in a history that is made for a story; runs are counted from 0. */
export interface Plan {
  days: number;
  /** Runs that broke. */
  failed?: readonly number[];
  /** First run against the report's own reference; the runs before have one of 5 % less. */
  referenceFrom?: number;
  /** A run with values far too large. */
  spike?: number;
  /** Runs over which the newest values rise; 0 for none. */
  rising?: number;
}

const SPREAD = 0.55;

/**
 * A history of daily runs against a real report's frozen reference: values are drawn with a fixed seed, counted in its bins
 * and judged as the analyzer does; the newest run ends with the report's window.
 * @param report of a numeric feature with a window and a reference
 */
export function dailyHistory(report: StatisticsDocument, plan: Plan): History {
  const random = repeatable();
  const { schemaVersion, pipeline, feature, key } = report;
  const rows: HistoryRow[] = [];
  let wander = 0;
  for (let day = 0; day < plan.days; day++) {
    wander = 0.82 * wander + 0.014 * normal(random);
    const end = Date.parse(report.window!.end) - (plan.days - 1 - day) * DAY;
    const isWeekend = [0, 6].includes(new Date(end - DAY).getUTCDay());
    const reference = scaled(report, day < (plan.referenceFrom ?? 0) ? 0.95 : 1);
    const risen = Math.max(0, day - plan.days + 1 + (plan.rising ?? 0)) / (plan.rising ?? 1);
    const move = wander + 0.27 * risen + (day === plan.spike ? 0.62 : 0);
    const count = Math.round((isWeekend ? 640 : 1480) * (0.92 + 0.16 * random()));
    const missing = (0.004 + 0.009 * risen) * (0.7 + 0.6 * random());
    const values = Array.from({ length: count }, () =>
      random() < missing
        ? null
        : Math.round(reference.reference!.p50! * Math.exp(move + SPREAD * normal(random))),
    );
    const run = {
      run: new Date(end).toISOString().slice(0, 10),
      createdAt: new Date(end + 6.6 * HOUR).toISOString(),
      window: { start: new Date(end - DAY).toISOString(), end: new Date(end).toISOString() },
    };
    rows.push(plan.failed?.includes(day) ? failedRow(run) : measuredRow(run, values, reference));
  }
  return { schemaVersion, pipeline, feature, key, rows };
}

type Run = Pick<HistoryRow, "run" | "createdAt" | "window">;

function measuredRow(run: Run, values: readonly (number | null)[], report: StatisticsDocument): HistoryRow {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const missing = values.length - known.length;
  const drift = report.drift!;
  const bins = drift.bins.map((bin) => ({
    ...bin,
    current: bin.type === "missing" ? missing : known.filter((value) => isIn(bin, value)).length,
  }));
  const current = { ...report, ...run, rows: values.length, missing, drift: { ...drift, bins } };
  const before = {
    ...report,
    drift: { ...drift, bins: bins.map((bin) => ({ ...bin, current: bin.reference })) },
  };
  const compared = driftBetween(before, current)!;
  const at = (share: number): number => known[Math.round(share * (known.length - 1))]!;
  const [p25, p50, p75] = [at(0.25), at(0.5), at(0.75)];
  const { referenceId, rows, missing: missingThere, ...quartiles } = report.reference!;
  return {
    ...run,
    kind: "numeric",
    status: "ok",
    rows: values.length,
    missingShare: missing / values.length,
    referenceMissingShare: missingThere / rows,
    unseenShare: null,
    referenceUnseenShare: null,
    mean: null,
    p25,
    p50,
    p75,
    populationStabilityIndex: compared.populationStabilityIndex,
    noiseBound: compared.noiseBound,
    adjustedPValue: compared.pValue,
    verdict: compared.verdict,
    verdicts: compared.verdicts,
    // The report's own: a trend says since when instead.
    finding: report.finding,
    referenceId,
    reference: { p25: quartiles.p25, p50: quartiles.p50, p75: quartiles.p75 },
  };
}

function failedRow(run: Run): HistoryRow {
  const none = { p25: null, p50: null, p75: null };
  return {
    ...run,
    ...none,
    ...unjudged("not-analysed"),
    kind: "unknown",
    status: "failed",
    rows: 0,
    missingShare: null,
    referenceMissingShare: null,
    unseenShare: null,
    referenceUnseenShare: null,
    mean: null,
    populationStabilityIndex: null,
    noiseBound: null,
    adjustedPValue: null,
    finding: { code: "failed", arguments: {} },
    referenceId: null,
    reference: null,
  };
}

/** The report as if its reference had been smaller by a factor, under an id of its own. */
function scaled(report: StatisticsDocument, factor: number): StatisticsDocument {
  if (factor === 1) return report;
  const reference = report.reference!;
  const times = (value: number | null): number | null => (value === null ? null : value * factor);
  const referenceId = reference.referenceId.split("").toReversed().join("");
  return {
    ...report,
    reference: {
      ...reference,
      referenceId,
      p25: times(reference.p25),
      p50: times(reference.p50),
      p75: times(reference.p75),
    },
    drift: {
      ...report.drift!,
      referenceId,
      bins: report.drift!.bins.map((bin) => ({ ...bin, low: times(bin.low), high: times(bin.high) })),
    },
  };
}

function isIn({ type, low, high }: DriftBin, value: number): boolean {
  return type === "interval" && value >= (low ?? -Infinity) && value < (high ?? Infinity);
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Numbers in [0, 1), the same ones every time: the pictures of stories never change by chance. */
function repeatable(): () => number {
  let state = 77;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
