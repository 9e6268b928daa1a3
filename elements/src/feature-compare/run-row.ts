import { type DriftBin, type PartVerdicts, type Verdict, compareRuns } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { driftBetween, toldIndex } from "@featurescope/analyzer/drift";
import { type RunSide, currentSide, referenceSide } from "./run-side.js";

/** The base where it is no run but each run's own frozen reference. */
export const FROZEN = "frozen reference";

/** Drift of a run from the base. */
export interface RunDrift {
  index: number;
  noiseBound: number | null;
  verdict: Verdict;
  verdicts: PartVerdicts;
  /** The frozen bins, the base's rows as `reference`. */
  bins: readonly DriftBin[];
}

/** A run among those compared. */
export interface RunRow {
  documents: ChartDocuments;
  side: RunSide;
  /** What it is compared with; null for the base itself and where there is no reference. */
  base: RunSide | null;
  isBase: boolean;
  /** Null for the base, and where the index is not comparable. */
  drift: RunDrift | null;
}

/**
 * Runs in time order, each compared with the base.
 * @param base a run's id, or {@link FROZEN}
 */
export function runRows(runs: readonly ChartDocuments[], base: string): RunRow[] {
  const pinned = runs.find(({ statistics }) => statistics.run === base);
  const baseSide = pinned && currentSide(pinned);
  return runs
    .toSorted((a, b) => compareRuns(a.statistics, b.statistics))
    .map((documents) => {
      const isBase = documents === pinned;
      return {
        documents,
        side: currentSide(documents),
        base: isBase ? null : (baseSide ?? referenceSide(documents)),
        isBase,
        drift: isBase ? null : driftFrom(pinned, documents),
      };
    });
}

function driftFrom(base: ChartDocuments | undefined, { statistics }: ChartDocuments): RunDrift | null {
  if (base !== undefined) {
    const between = driftBetween(base.statistics, statistics);
    const index = between?.populationStabilityIndex ?? null;
    return between === null || index === null ? null : { ...between, index };
  }
  const { drift } = statistics;
  const index = drift && toldIndex(drift.verdicts);
  return drift === null || index === null ? null : { ...drift, index };
}
