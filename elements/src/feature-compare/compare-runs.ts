import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { asReference } from "./as-reference.js";
import { withoutReference } from "./without-reference.js";

/** Two runs of a feature beside each other. */
export interface Comparison {
  current: StatisticsDocument;
  base: StatisticsDocument;
  /** The current run with the base in the reference's place. Its drift is null where the index is not comparable. */
  against: StatisticsDocument;
  /** One picture of both where they share an axis, else one of each, the current run's first. */
  pictures: readonly ChartDocuments[];
}

/** Compares a run with another of the same feature, its base. */
export function compareRuns(current: ChartDocuments, base: ChartDocuments): Comparison {
  const both = asReference(current, base);
  const drawsValues = current.distribution.histogram !== null && base.distribution.histogram !== null;
  const isShared =
    current.statistics.kind === base.statistics.kind &&
    (!drawsValues || both.distribution.histogram !== null);
  return {
    current: current.statistics,
    base: base.statistics,
    against: both.statistics,
    pictures: isShared ? [both] : [withoutReference(current), withoutReference(base)],
  };
}
