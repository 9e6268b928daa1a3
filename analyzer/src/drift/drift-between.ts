import type { PartVerdicts, StatisticsDocument, Verdict } from "../artifact/index.js";
import { type BinComparison, compareBins } from "./measures/compare-bins.js";
import { judgeIndex } from "./verdict/judge-index.js";
import { judgeMissing } from "./verdict/judge-missing.js";
import { worstVerdict } from "./verdict/worst-part.js";

/** Drift from one run to another, over the bins of the reference that both were compared with. */
export interface RunComparison extends BinComparison {
  verdict: Verdict;
  /**
   * By the unadjusted p-value: the other features of the two runs are not looked at. Unseen levels, values beyond extremes, heaps
   * and staleness are null: the counts do not tell them.
   */
  verdicts: PartVerdicts;
}

/**
 * Compares two runs from their frozen counts alone: `base` takes the reference's part. The figures are the ones that the analyzer
 * would give with `base` as the reference and the same edges.
 * @returns null where the index is not comparable: a run without drift, another reference, or a datetime feature
 */
export function driftBetween(base: StatisticsDocument, current: StatisticsDocument): RunComparison | null {
  if (base.drift === null || current.drift === null || current.kind === "datetime") return null;
  if (base.drift.referenceId !== current.drift.referenceId) return null;
  const { limits } = current.drift;
  const comparison = compareBins(
    base.drift.bins.map((bin) => ({ ...bin, reference: bin.current })),
    current.drift.bins.map((bin) => bin.current),
  );
  const verdicts: PartVerdicts = {
    index: judgeIndex(current.kind, comparison, comparison.pValue, limits),
    missing: judgeMissing(comparison.bins, limits),
    unseen: null,
    beyond: null,
    heaped: null,
    stale: null,
  };
  return { ...comparison, verdict: worstVerdict(verdicts), verdicts };
}
