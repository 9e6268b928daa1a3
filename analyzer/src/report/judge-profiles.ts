import { type Drift, type FrozenFeature, isBroken } from "../artifact/index.js";
import { adjustAndJudge, measureDrift } from "../drift/index.js";
import { type Configuration, featureConfiguration } from "./configuration.js";
import type { Profiles } from "./profile-spool.js";

/** What is known of features beside their profiles, by name. */
export interface Judged {
  /** Of every feature that can be compared; p-values are adjusted over all of them. */
  drifts: Map<string, Drift>;
  /** Why the drift of a feature cannot be computed. */
  failures: Map<string, unknown>;
}

/** Measures and judges the drift of all profiles. */
export async function judgeProfiles(
  profiles: Profiles,
  frozen: ReadonlyMap<string, FrozenFeature>,
  configuration: Configuration,
): Promise<Judged> {
  const drifts = new Map<string, Drift>();
  const failures = new Map<string, unknown>();
  if (frozen.size === 0) return { drifts, failures };
  for await (const { name, status, counts } of profiles.all()) {
    const reference = frozen.get(name);
    if (reference === undefined || counts === null || isBroken(status)) continue;
    try {
      const { limits } = featureConfiguration(configuration, name);
      drifts.set(name, measureDrift(reference, counts, limits));
    } catch (error) {
      failures.set(name, error);
    }
  }
  return { drifts: adjustAndJudge(drifts), failures };
}
