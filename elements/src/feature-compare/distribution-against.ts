import type { CountPair, DistributionDocument, Histogram, PointCount } from "@featurescope/analyzer/artifact";
import { levelsAgainst } from "./levels-against.js";

/**
 * The distribution of one run with another run's counts as the reference's. The histogram is null where the two have not
 * the same display edges: they cannot share an axis.
 */
export function distributionAgainst(
  current: DistributionDocument,
  base: DistributionDocument,
): DistributionDocument {
  return {
    ...current,
    referenceId: current.referenceId === base.referenceId ? current.referenceId : null,
    rows: pair(current.rows, base.rows),
    missing: pair(current.missing, base.missing),
    infinite: pair(current.infinite, base.infinite),
    points: pointsAgainst(current.points, base.points),
    histogram: histogramAgainst(current.histogram, base.histogram),
    ...levelsAgainst(current, base),
  };
}

function pair(current: CountPair, base: CountPair): CountPair {
  return { current: current.current, reference: base.current };
}

function pointsAgainst(current: readonly PointCount[], base: readonly PointCount[]): PointCount[] {
  const values = new Set([...base, ...current].map(({ value }) => value));
  return Array.from(values, (value) => ({
    value,
    current: countAt(current, value),
    reference: countAt(base, value),
  })).toSorted((a, b) => b.reference - a.reference);
}

function countAt(points: readonly PointCount[], value: number): number {
  return points.find((point) => point.value === value)?.current ?? 0;
}

function histogramAgainst(current: Histogram | null, base: Histogram | null): Histogram | null {
  if (current === null || base === null) return null;
  const isShared =
    current.edges.length === base.edges.length && current.edges.every((edge, i) => edge === base.edges[i]);
  return isShared ? { ...current, reference: base.current } : null;
}
