import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { asReference } from "./as-reference.js";
import { withoutReference } from "./without-reference.js";

/** Two runs of a feature, or a run and its frozen reference, beside each other. */
export interface Comparison {
  current: StatisticsDocument;
  /** Rows of the base. */
  baseRows: number;
  /** The current run with the base in the reference's place. Its drift is null where the index is not comparable. */
  against: StatisticsDocument;
  /** One picture of both where they share an axis, else one of each, the current run's first. */
  pictures: readonly ChartDocuments[];
}

/**
 * Compares a run with another of the same feature, its base.
 * @param base null for the run's own frozen reference
 */
export function compareWith(current: ChartDocuments, base: ChartDocuments | null): Comparison {
  const { statistics } = current;
  if (base === null) {
    const baseRows = statistics.reference?.rows ?? 0;
    return { current: statistics, baseRows, against: statistics, pictures: [current] };
  }
  const both = asReference(current, base);
  const drawsValues = current.distribution.histogram !== null && base.distribution.histogram !== null;
  const isShared =
    statistics.kind === base.statistics.kind && (!drawsValues || both.distribution.histogram !== null);
  return {
    current: statistics,
    baseRows: base.statistics.rows,
    against: both.statistics,
    pictures: isShared ? [both] : [withoutReference(current), withoutReference(base)],
  };
}
