import {
  FeaturescopeError,
  type FrozenReference,
  type Manifest,
  type ReferenceSummary,
} from "../../artifact/index.js";
import type { FoundReport } from "./find-reports.js";

/** What the shards of one run have in common; of limits and note, the first one's. */
type Common = Pick<Manifest, "pipeline" | "thresholds" | "note"> & { reference: ReferenceSummary };

/**
 * What the shards of one run have in common.
 * @param reference the reference given; null without one
 * @throws FeaturescopeError `input-unreadable` where they are not of one pipeline and one reference, or one is given twice
 */
export function checkShards(shards: readonly FoundReport[], reference: FrozenReference | null): Common {
  const [first, ...others] = shards;
  if (first === undefined) throw refuse("at least one report", "none", "name the shards' reports");
  const { pipeline, reference: common, thresholds, note } = first.manifest;
  if (common === null) {
    throw refuse(
      "reports that were compared with a reference, so that their counts are in the same bins",
      `one without at ${first.path}`,
      "analyse all shards with --reference",
    );
  }
  const runs = new Map([[first.manifest.run, first.path]]);
  for (const { path, manifest } of others) {
    if (manifest.pipeline !== pipeline) {
      throw refuse(
        `reports of one pipeline`,
        `${pipeline} at ${first.path} and ${manifest.pipeline} at ${path}`,
        "analyse all shards with the same --pipeline",
      );
    }
    if (manifest.reference?.id !== common.id) {
      throw refuse(
        "reports of one reference",
        `${common.id} at ${first.path} and ${manifest.reference?.id ?? "none"} at ${path}`,
        "analyse all shards with the same file of `featurescope reference`",
      );
    }
    const twin = runs.get(manifest.run);
    if (twin !== undefined) {
      throw refuse("each shard once", `run ${manifest.run} at ${twin} and at ${path}`, "leave one out");
    }
    runs.set(manifest.run, path);
  }
  if (reference !== null && reference.id !== common.id) {
    throw refuse(
      `the reference of the reports, ${common.id}`,
      `${reference.id} in --reference`,
      "pass the file that the shards were analysed with",
    );
  }
  return { pipeline, reference: common, thresholds, note };
}

function refuse(expected: string, found: string, advice: string): FeaturescopeError {
  return new FeaturescopeError("input-unreadable", `expected ${expected}, found ${found}; ${advice}`);
}
