import { messageOf } from "../../artifact/index.js";
import type { FeatureProfile } from "../../profile/feature-profile.js";
import { rowStatistics } from "../../statistics/row-statistics.js";

/** The profile of a feature whose analysis raised an error: its row counts, the reason, and nothing that could raise it again. */
export function failedProfile(profile: FeatureProfile, error: unknown): FeatureProfile {
  return {
    ...profile,
    status: "failed",
    reason: `the analysis failed: ${messageOf(error)}`,
    // Sums of whole numbers, so they hold whatever failed.
    statistics: rowStatistics(profile.statistics),
    counts: null,
    histogram: null,
    points: [],
    levels: null,
    own: null,
    additive: null,
  };
}
