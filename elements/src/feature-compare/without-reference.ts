import type { CountPair } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";

/** Documents of a run by itself: for a picture beside another that does not share its axis. */
export function withoutReference({ statistics, distribution }: ChartDocuments): ChartDocuments {
  const { histogram, otherLevels } = distribution;
  return {
    statistics: { ...statistics, reference: null, drift: null },
    distribution: {
      ...distribution,
      referenceId: null,
      rows: alone(distribution.rows),
      missing: alone(distribution.missing),
      infinite: alone(distribution.infinite),
      points: distribution.points.map(alone),
      histogram: histogram && { ...histogram, reference: null },
      levels: distribution.levels?.map((level) => ({ ...alone(level), bin: "own", change: null })) ?? null,
      otherLevels: otherLevels && alone(otherLevels),
    },
  };
}

function alone<Counts extends CountPair>(counts: Counts): Counts {
  return { ...counts, reference: null };
}
