import {
  type Drift,
  type FrozenFeature,
  isBroken,
  type TimeCounts,
  type Window,
} from "../../artifact/index.js";
import { adjustAndJudge, measureDrift, timeCounts } from "../../drift/index.js";
import type { FeatureProfile } from "../../profile/feature-profile.js";
import { greatestUntil } from "../../profile/merge/greatest-until.js";
import { rowsAfter } from "../../profile/merge/rows-after.js";
import { type Configuration, featureConfiguration } from "../run/configuration.js";
import type { Profiles } from "./profile-spool.js";

/** What is known of features beside their profiles, by name. */
export interface Judged {
  /** Of every feature that can be compared; p-values are adjusted over all of them. */
  drifts: Map<string, Drift>;
  /** Why the drift of a feature cannot be computed. */
  failures: Map<string, unknown>;
}

/** When the rows of both sides are from; null where that was not told. */
export interface Windows {
  current: Window | null;
  reference: Window | null;
}

/** Measures and judges the drift of all profiles. */
export async function judgeProfiles(
  profiles: Profiles,
  frozen: ReadonlyMap<string, FrozenFeature>,
  configuration: Configuration,
  windows: Windows,
): Promise<Judged> {
  const drifts = new Map<string, Drift>();
  const failures = new Map<string, unknown>();
  if (frozen.size === 0) return { drifts, failures };
  for await (const profile of profiles.all()) {
    const { name, status, counts } = profile;
    const reference = frozen.get(name);
    if (reference === undefined || counts === null || isBroken(status)) continue;
    try {
      const { limits } = featureConfiguration(configuration, name);
      drifts.set(name, measureDrift(reference, counts, limits, timesOf(profile, reference, windows)));
    } catch (error) {
      failures.set(name, error);
    }
  }
  return { drifts: adjustAndJudge(drifts), failures };
}

function timesOf(
  { statistics, counts, additive }: FeatureProfile,
  frozen: FrozenFeature,
  { current, reference }: Windows,
): TimeCounts | null {
  if (frozen.kind !== "datetime" || current === null || reference === null) return null;
  const sketch = additive?.sketch ?? null;
  const times = {
    newestUntil: (time: number) =>
      statistics.max === null || statistics.max <= time || sketch === null
        ? statistics.max
        : greatestUntil(sketch, time),
    belowReference: counts?.belowReference ?? null,
    rowsAfter: (time: number) => (sketch === null ? null : rowsAfter(sketch, time)),
  };
  return timeCounts(frozen, times, current, reference);
}
