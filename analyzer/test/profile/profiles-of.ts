import type { FrozenFeature } from "../../src/artifact/index.js";
import type { Dataset } from "../../src/dataset/dataset.js";
import type { FeatureProfile } from "../../src/profile/feature-profile.js";
import { profileFeatures } from "../../src/profile/profile-features.js";

/** Profiles of features of a dataset, by name. */
export async function profilesOf(
  dataset: Dataset,
  names: readonly string[],
  frozen: ReadonlyMap<string, FrozenFeature> = new Map(),
  onRows: (read: number) => void = () => {},
): Promise<Map<string, FeatureProfile>> {
  const profiles = new Map<string, FeatureProfile>();
  for await (const profile of profileFeatures(dataset, names, frozen, onRows))
    profiles.set(profile.name, profile);
  return profiles;
}
