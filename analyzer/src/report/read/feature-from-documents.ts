import type {
  DistributionDocument,
  FrozenFeature,
  FrozenHistogram,
  StatisticsDocument,
} from "../../artifact/index.js";
import { statusOf } from "../../profile/status-of.js";

/**
 * The frozen feature that a report was compared with, as far as its documents tell: all but the cells, and of the levels those that the
 * distribution lists. Undefined where the two sides were not compared.
 */
export function featureFromDocuments(
  { feature, kind, integer, reference, drift }: StatisticsDocument,
  { histogram, levels }: DistributionDocument,
): FrozenFeature | undefined {
  if (reference === null || drift === null) return undefined;
  const { referenceId, source: _source, window: _window, kind: _kind, ...statistics } = reference;
  return {
    name: feature,
    kind,
    status: statusOf(statistics),
    integer,
    referenceId,
    statistics,
    bins: drift.bins.map(({ type, low, high, value, reference: rows }) => ({
      type,
      low,
      high,
      value,
      reference: rows,
    })),
    histogram: histogramOf(histogram),
    cells: null,
    levels:
      levels
        ?.filter((level) => (level.reference ?? 0) > 0)
        .map(({ value, reference: rows }) => ({ value, count: rows ?? 0 })) ?? null,
    levelsSeenOnce:
      drift.unseenShareExpected === null ? null : Math.round(drift.unseenShareExpected * statistics.rows),
    levelsSeenTwice: drift.levelsSeenTwice ?? null,
  };
}

function histogramOf(histogram: DistributionDocument["histogram"]): FrozenHistogram | null {
  if (histogram === null || histogram.reference === null) return null;
  return { scale: histogram.scale, edges: histogram.edges, ...histogram.reference };
}
