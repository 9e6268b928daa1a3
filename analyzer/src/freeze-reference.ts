import {
  type FrozenFeature,
  type FrozenReference,
  isBroken,
  SCHEMA_VERSION,
  type Window,
} from "./artifact/index.js";
import type { Dataset } from "./dataset/dataset.js";
import type { FeatureProfile } from "./profile/feature-profile.js";
import { freezeFeature } from "./profile/freeze-feature.js";
import { profileFeatures } from "./profile/profile-features.js";
import { ANALYZER_VERSION } from "./report/analyzer-version.js";
import { sha256 } from "./report/sha256.js";

/** SHA-256 over the features' reference ids, in order. */
function idOf(features: readonly FrozenFeature[]): string {
  return sha256(features.map(({ name, referenceId }) => `${JSON.stringify(name)} ${referenceId}\n`).join(""));
}

/**
 * The reference that profiles made without one amount to. Features that could not be analysed are left out.
 * @param profiles made without frozen features, so that each carries its own bins, cells and edges
 */
export function referenceOf(
  profiles: Iterable<FeatureProfile>,
  dataset: { source: string; rows: number },
  window: Window | null,
): FrozenReference {
  const features = [...profiles].filter(({ status }) => !isBroken(status)).map(freezeFeature);
  return {
    schemaVersion: SCHEMA_VERSION,
    type: "featurescope-reference",
    id: idOf(features),
    createdAt: new Date().toISOString(),
    source: dataset.source,
    rows: dataset.rows,
    window,
    analyzer: { version: ANALYZER_VERSION },
    features,
  };
}

/**
 * Freezes the rows of a dataset: edges and counts, the same for every run that is compared with them.
 * @param names features; those that the dataset lacks are left out
 * @param onRows told of the rows read so far
 */
export async function freezeReference(
  dataset: Dataset,
  names: readonly string[],
  window: Window | null,
  onRows: (rows: number) => void,
): Promise<FrozenReference> {
  let read = 0;
  const profiles = await profileFeatures(dataset, names, new Map(), {
    onRows: (rows) => onRows((read += rows)),
  });
  return referenceOf(profiles.values(), dataset, window);
}
