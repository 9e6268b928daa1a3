import type { DistributionDocument, History, HistoryRow } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { adjustAndJudge, metricValue } from "@featurescope/analyzer/drift";
import { type Counts, runDocuments } from "../feature-compare/two-runs.js";

/** A run that is clearly higher than its reference. */
const HIGHER: Counts = [300, 800, 1500, 2400, 50];

/** Bins of the histogram of {@link panelDocuments}. */
const BINS = 50;

/** Documents of a numeric feature with 50 display bins from 0 to 100. */
export function panelDocuments(counts: Counts = HIGHER, month = 9): ChartDocuments {
  const { statistics, distribution } = runDocuments(month, counts);
  const side = (rows: readonly number[]): number[] =>
    Array.from({ length: BINS }, (_, bin) => Math.round(rows[Math.floor((bin * 4) / BINS)]! / (BINS / 4)));
  const histogram: DistributionDocument["histogram"] = {
    scale: "linear",
    edges: Array.from({ length: BINS + 1 }, (_, i) => i * 2),
    current: { counts: side(counts), underflow: 0, overflow: 0, density: null },
    reference: { counts: side([2500, 2500, 2500, 2500]), underflow: 0, overflow: 0, density: null },
  };
  const drift = adjustAndJudge(new Map([["", statistics.drift!]])).get("")!;
  return { statistics: { ...statistics, drift }, distribution: { ...distribution, histogram } };
}

/** A history that ends with the run of the documents and has one run after it. */
export function historyOf({ statistics }: ChartDocuments, runs = 12): History {
  const { schemaVersion, pipeline, feature, key, drift, reference } = statistics;
  const end = Date.parse(statistics.window!.end);
  const rows = Array.from({ length: runs + 1 }, (_, i): HistoryRow => {
    const day = new Date(end + (i - runs + 1) * 86_400_000);
    const isThis = i === runs - 1;
    return {
      run: isThis ? statistics.run : `run-${i}`,
      createdAt: day.toISOString(),
      window: isThis
        ? statistics.window
        : { start: new Date(+day - 1000).toISOString(), end: day.toISOString() },
      kind: statistics.kind,
      status: statistics.status,
      rows: statistics.rows,
      missingShare: 0.01,
      referenceMissingShare: 0.01,
      unseenShare: null,
      referenceUnseenShare: null,
      mean: statistics.mean,
      p25: statistics.p25,
      p50: statistics.p50,
      p75: statistics.p75,
      populationStabilityIndex: isThis ? metricValue(drift, "populationStabilityIndex") : 0.01 + i / 1000,
      noiseBound: 0.001,
      adjustedPValue: null,
      verdict: isThis ? drift!.verdict : "stable",
      verdicts: drift!.verdicts,
      finding: statistics.finding,
      referenceId: reference!.referenceId,
      reference: null,
    };
  });
  return { schemaVersion, pipeline, feature, key, rows };
}
