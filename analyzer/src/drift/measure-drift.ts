import type {
  Drift,
  FrozenFeature,
  Limits,
  PartVerdict,
  PartVerdicts,
  TimeCounts,
} from "../artifact/index.js";
import type { FeatureCounts } from "./bins/feature-counts.js";
import { rowsOfBins } from "./bins/rows-of-bins.js";
import { type BinComparison, compareBins } from "./measures/compare-bins.js";
import { metricsOf } from "./measures/metrics-of.js";
import { findHeap } from "./verdict/find-heap.js";
import { judgeBeyond } from "./verdict/judge-beyond.js";
import { judgeHeap } from "./verdict/judge-heap.js";
import { judgeIndex } from "./verdict/judge-index.js";
import { judgeMissing } from "./verdict/judge-missing.js";
import { judgeStale } from "./verdict/judge-stale.js";
import { judgeUnseen } from "./verdict/judge-unseen.js";
import { rowsBeyond } from "./verdict/rows-beyond.js";
import { worstVerdict } from "./verdict/worst-part.js";

/**
 * Drift of one feature from its frozen counts, judged as the only feature of its run: `adjustAndJudge` puts in the p-values adjusted over
 * all of them. Time moves on by itself: for datetime there is no index, bound or p-value, only the bins, the missing share, and
 * rows that are out of time.
 * @param times null unless datetime, and without the windows of both sides
 */
export function measureDrift(
  frozen: FrozenFeature,
  counts: FeatureCounts,
  limits: Limits,
  times: TimeCounts | null = null,
): Drift {
  const comparison = comparable(frozen, compareBins(frozen.bins, counts.bins));
  const { n, m } = rowsOfBins(comparison.bins);
  const unseen = frozen.kind === "categorical" ? counts.unseen : null;
  const seenOnce = frozen.levelsSeenOnce ?? 0;
  const seenTwice = frozen.levelsSeenTwice ?? frozen.levels?.filter(({ count }) => count === 2).length ?? 0;
  const isNumeric = frozen.kind === "numeric";
  const heap = isNumeric && counts.cells !== null ? findHeap(frozen, counts.cells, comparison.bins) : null;
  const verdicts: PartVerdicts = {
    index: judgeIndex(frozen.kind, comparison, comparison.pValue, limits),
    missing: judgeMissing(comparison.bins, limits),
    unseen: unseen === null ? null : judgeUnseen({ unseen, seenOnce, seenTwice }, comparison.bins, limits),
    beyond: isNumeric || hasEnds(times) ? judgeEnds(comparison, counts, limits, times) : null,
    heaped: isNumeric && counts.cells !== null ? judgeHeap(heap, comparison.bins, limits) : null,
    stale:
      times === null || times.overdue === null ? null : judgeStale(times.overdue, comparison.bins, limits),
  };
  return {
    referenceId: frozen.referenceId,
    bins: comparison.bins,
    smoothing: comparison.smoothing,
    metrics: metricsOf(frozen, counts, comparison, limits),
    noiseBound: comparison.noiseBound,
    pValue: comparison.pValue,
    adjustedPValue: comparison.pValue,
    belowReference: counts.belowReference,
    aboveReference: counts.aboveReference,
    heap,
    times,
    unseenShare: unseen === null || m === 0 ? null : unseen / m,
    unseenShareExpected: unseen === null || n === 0 ? null : seenOnce / n,
    levelsSeenTwice: unseen === null ? null : seenTwice,
    verdict: worstVerdict(verdicts),
    verdicts,
    limits,
  };
}

/** Null where the reference has no finite value. */
function judgeEnds(
  { bins }: BinComparison,
  { belowReference, aboveReference }: FeatureCounts,
  limits: Limits,
  times: TimeCounts | null,
): PartVerdict | null {
  if (belowReference === null || aboveReference === null) return null;
  return judgeBeyond(rowsBeyond({ bins, belowReference, aboveReference, times }), bins, limits);
}

function hasEnds(times: TimeCounts | null): boolean {
  return times !== null && (times.earlier !== null || times.later !== null);
}

function comparable(frozen: FrozenFeature, comparison: BinComparison): BinComparison {
  return frozen.kind === "datetime"
    ? { ...comparison, populationStabilityIndex: null, noiseBound: null, pValue: null }
    : comparison;
}
