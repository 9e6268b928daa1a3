import type { DistributionDocument, FrozenFeature, Histogram, HistogramSide } from "../artifact/index.js";
import type { FeatureProfile } from "../profile/feature-profile.js";
import { levelsOf } from "./levels-of.js";

/** What a profile gives to the document `distribution.json`. */
export type Distribution = Pick<
  DistributionDocument,
  "histogram" | "points" | "levels" | "otherLevels" | "missing" | "infinite" | "rows"
>;

/**
 * The distribution of a feature, beside its reference's.
 * @param frozen the feature in the reference; undefined without one
 */
export function distributionOf(profile: FeatureProfile, frozen: FrozenFeature | undefined): Distribution {
  const reference = profile.counts === null ? undefined : frozen;
  const { statistics } = profile;
  const old = reference?.statistics ?? null;
  return {
    rows: { current: statistics.rows, reference: old?.rows ?? null },
    missing: { current: statistics.missing, reference: old?.missing ?? null },
    infinite: {
      current: statistics.positiveInfinity + statistics.negativeInfinity,
      reference: old === null ? null : old.positiveInfinity + old.negativeInfinity,
    },
    points: profile.points.map(({ value, count }) => ({
      value,
      current: count,
      reference:
        reference?.bins.find((bin) => bin.type === "point" && bin.value === value)?.reference ?? null,
    })),
    histogram: histogramOf(profile, reference),
    ...levelsOf(profile, reference),
  };
}

function histogramOf({ histogram }: FeatureProfile, reference: FrozenFeature | undefined): Histogram | null {
  const shown = histogram ?? reference?.histogram ?? null;
  if (shown === null) return null;
  const { scale, edges } = shown;
  const none = { counts: edges.slice(1).map(() => 0), underflow: 0, overflow: 0, density: null };
  return {
    scale,
    edges,
    current: side(histogram ?? none),
    reference: reference === undefined ? null : side(reference.histogram ?? none),
  };
}

function side({ counts, underflow, overflow, density }: HistogramSide): HistogramSide {
  return { counts, underflow, overflow, density };
}
