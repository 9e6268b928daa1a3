import { type Drift, type FrozenFeature, isBroken } from "../artifact/index.js";
import { adjustAndJudge, measureDrift } from "../drift/index.js";
import type { FeatureProfile } from "../profile/feature-profile.js";
import { type Configuration, featureConfiguration } from "./configuration.js";
import { failedProfile } from "./failed-profile.js";

/**
 * The judged drift of every feature that can be compared, by name; p-values are adjusted over all of them.
 * @param profiles a feature whose drift cannot be computed is replaced by a failed one
 */
export function judgeProfiles(
  profiles: Map<string, FeatureProfile>,
  frozen: ReadonlyMap<string, FrozenFeature>,
  configuration: Configuration,
): Map<string, Drift> {
  const drifts = new Map<string, Drift>();
  for (const [name, profile] of profiles) {
    const reference = frozen.get(name);
    if (reference === undefined || profile.counts === null || isBroken(profile.status)) continue;
    try {
      const { limits } = featureConfiguration(configuration, name);
      drifts.set(name, measureDrift(reference, profile.counts, limits));
    } catch (error) {
      profiles.set(name, failedProfile(profile, error));
    }
  }
  return adjustAndJudge(drifts);
}
