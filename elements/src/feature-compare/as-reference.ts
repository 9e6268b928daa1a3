import type {
  Drift,
  MetricName,
  ReferenceStatistics,
  StatisticsDocument,
} from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { type RunComparison, driftBetween, findingOfCounts } from "@featurescope/analyzer/drift";
import { distributionAgainst } from "./distribution-against.js";

/**
 * Documents in which another run stands in the reference's place, so that all that shows a run against its reference
 * shows two runs. Drift is computed from the frozen counts of both; it is null where their references differ, and the
 * finding then says nothing of it.
 */
export function asReference(current: ChartDocuments, base: ChartDocuments): ChartDocuments {
  const distribution = distributionAgainst(current.distribution, base.distribution);
  const { finding: _finding, ...own } = current.statistics;
  const drift = driftOf(driftBetween(base.statistics, current.statistics), current.statistics);
  const reference = referenceOf(base.statistics);
  // Under different references the points left out may differ, and so what the figures without them mean.
  const statistics =
    drift === null
      ? { ...own, withoutPoints: null, reference: { ...reference, withoutPoints: null }, drift }
      : { ...own, reference, drift };
  return { statistics: { ...statistics, finding: findingOfCounts(statistics, distribution) }, distribution };
}

function referenceOf(base: StatisticsDocument): ReferenceStatistics {
  const { reference: _reference, drift, finding: _finding, ...figures } = base;
  return { ...figures, referenceId: drift?.referenceId ?? "" };
}

/** What a comparison of counts does not tell (cells, unseen levels, an adjustment over many features) is null or left out. */
function driftOf(comparison: RunComparison | null, current: StatisticsDocument): Drift | null {
  if (comparison === null || current.drift === null) return null;
  const { bins, smoothing, noiseBound, pValue, verdict, verdicts } = comparison;
  const { referenceId, metrics, limits } = current.drift;
  const computed: Partial<Record<MetricName, number | null>> = comparison;
  return {
    referenceId,
    bins,
    smoothing,
    metrics: metrics.flatMap((metric) => {
      const value = computed[metric.name];
      return value === undefined ? [] : [{ ...metric, value }];
    }),
    noiseBound,
    pValue,
    adjustedPValue: null,
    belowReference: null,
    aboveReference: null,
    heap: null,
    times: null,
    unseenShare: null,
    unseenShareExpected: null,
    verdict,
    verdicts,
    limits,
  };
}
