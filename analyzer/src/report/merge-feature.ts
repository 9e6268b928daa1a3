import { type FrozenFeature, isBroken, type LocalText, messageOf } from "../artifact/index.js";
import type { FeatureProfile } from "../profile/feature-profile.js";
import { mergeProfiles } from "../profile/merge/merge-profiles.js";
import { mergedProfile } from "../profile/merge/merged-profile.js";
import { noProfile } from "../profile/no-profile.js";
import { featureFromDocuments } from "./read/feature-from-documents.js";
import type { FoundReport } from "./read/find-reports.js";
import { absentProfile, readDocuments, readProfile, type ShardFeature } from "./read/read-shard.js";
import type { FeatureConfiguration } from "./run/configuration.js";

/** A feature over all shards. */
export interface MergedFeature {
  profile: FeatureProfile;
  /** The feature in the reference; undefined where the reference lacks it. */
  frozen: FrozenFeature | undefined;
  configuration: FeatureConfiguration;
}

/**
 * Adds up what the shards counted of a feature. Whatever is wrong with it stays with it: it is then failed, with the reason.
 * @param reference by name; null to take the frozen feature from the shards' documents
 */
export async function mergeFeature(
  name: string,
  shards: readonly FoundReport[],
  reference: ReadonlyMap<string, FrozenFeature> | null,
): Promise<MergedFeature> {
  const features = shards.map((shard) => ({
    shard,
    entry: shard.manifest.features.find((feature) => feature.name === name),
  }));
  const present = features.filter((feature): feature is ShardFeature => feature.entry !== undefined);
  const { entry } = present[0]!;
  const told = await tell(present);
  const frozen = reference === null ? told.frozen : reference.get(name);
  const { title, unit, importance, limits } = entry;
  const configuration = {
    title,
    description: told.description,
    unit,
    kind: null,
    missingTokens: null,
    importance,
    limits,
  };
  const counts = await Promise.all(
    features.map(async ({ shard, entry: own }) =>
      own === undefined ? absentProfile(shard, entry) : await readProfile({ shard, entry: own }),
    ),
  );
  try {
    return { profile: mergedProfile(name, mergeProfiles(counts), frozen), frozen, configuration };
  } catch (error) {
    const reason = `Its counts cannot be added up: ${messageOf(error)}`;
    const rows = counts.reduce((sum, part) => sum + part.rows, 0);
    return { profile: noProfile(name, entry.kind, "failed", reason, rows), frozen, configuration };
  }
}

/** What only the documents tell, from the first shard that could compare the feature. */
async function tell(
  features: readonly ShardFeature[],
): Promise<{ description: LocalText; frozen: FrozenFeature | undefined }> {
  let description: LocalText = {};
  for (const feature of features) {
    if (isBroken(feature.entry.status)) continue;
    try {
      const { statistics, distribution } = await readDocuments(feature);
      description = statistics.description;
      const frozen = featureFromDocuments(statistics, distribution);
      if (frozen !== undefined) return { description, frozen };
    } catch {
      // Another shard may tell; a feature that none can be read of is said to have failed by its profile.
    }
  }
  return { description, frozen: undefined };
}
