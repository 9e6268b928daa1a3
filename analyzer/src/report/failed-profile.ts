import type { FeatureStatistics } from "../artifact/index.js";
import type { FeatureProfile } from "../profile/feature-profile.js";

/** Row counts alone: they are sums of whole numbers, so they hold whatever failed. */
function countsOnly(statistics: FeatureStatistics): FeatureStatistics {
  const { rows, count, missing, nan, positiveInfinity, negativeInfinity } = statistics;
  const nothing = Object.fromEntries(Object.keys(statistics).map((name) => [name, null]));
  return {
    ...(nothing as unknown as FeatureStatistics),
    rows,
    count,
    missing,
    nan,
    positiveInfinity,
    negativeInfinity,
  };
}

/** The profile of a feature whose analysis raised an error: its row counts, the reason, and nothing that could raise it again. */
export function failedProfile(profile: FeatureProfile, error: unknown): FeatureProfile {
  return {
    ...profile,
    status: "failed",
    reason: `the analysis failed: ${error instanceof Error ? error.message : String(error)}`,
    statistics: countsOnly(profile.statistics),
    counts: null,
    histogram: null,
    points: [],
    levels: null,
    own: null,
    additive: null,
  };
}
