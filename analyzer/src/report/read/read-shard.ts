import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  codeOf,
  decodeDistribution,
  decodeProfile,
  decodeStatistics,
  type DistributionDocument,
  type FeatureFile,
  featurePath,
  FeaturescopeError,
  type ManifestFeature,
  messageOf,
  type ProfileCounts,
  type StatisticsDocument,
} from "../../artifact/index.js";
import { NO_COUNTS } from "../../profile/merge/no-counts.js";
import { sha256 } from "../sha256.js";
import type { FoundReport } from "./find-reports.js";
import { parseJson } from "./parse-json.js";

/** A feature in the report of one shard. */
export interface ShardFeature {
  shard: FoundReport;
  /** Its entry in the shard's manifest. */
  entry: ManifestFeature;
}

/**
 * What the shard counted of a feature. Where that cannot be read, a failed profile that says so: its rows are then not known.
 */
export async function readProfile({ shard, entry }: ShardFeature): Promise<ProfileCounts> {
  const { run } = shard.manifest;
  try {
    const profile = decodeProfile(await readFeatureFile(shard, entry.key, "profile.json"));
    return { ...profile, reason: profile.reason === null ? null : `Shard ${run}: ${profile.reason}` };
  } catch (error) {
    return lostProfile(entry, `Shard ${run}: its counts could not be read: ${messageOf(error)}`);
  }
}

/** The counts of a feature that a shard does not have. */
export function absentProfile({ manifest }: FoundReport, entry: ManifestFeature): ProfileCounts {
  return lostProfile(
    { kind: entry.kind, rows: manifest.dataset.rows },
    `Shard ${manifest.run} did not analyse it. If its rows lack the column, as before one is added, the feature is whole again once all shards have it; if its --features leave it out, analyse that shard again with it, or all of them without.`,
  );
}

/** The documents of a feature in a shard. @throws FeaturescopeError `document-invalid`, `schema-too-new` */
export async function readDocuments({
  shard,
  entry: { key },
}: ShardFeature): Promise<{ statistics: StatisticsDocument; distribution: DistributionDocument }> {
  return {
    statistics: decodeStatistics(await readFeatureFile(shard, key, "statistics.json")),
    distribution: decodeDistribution(await readFeatureFile(shard, key, "distribution.json")),
  };
}

function lostProfile({ kind, rows }: Pick<ProfileCounts, "kind" | "rows">, reason: string): ProfileCounts {
  return {
    kind,
    status: "failed",
    reason,
    rows,
    missing: rows,
    nan: 0,
    positiveInfinity: 0,
    negativeInfinity: 0,
    ...NO_COUNTS,
  };
}

/** A file that the manifest lists, with the manifest's checksum. */
async function readFeatureFile(
  { path, manifest }: FoundReport,
  key: string,
  name: FeatureFile,
): Promise<unknown> {
  const listed = `${featurePath(key)}/${name}`;
  const file = manifest.files.find((entry) => entry.path === listed);
  const bytes = file === undefined ? null : await readIfThere(join(path, listed));
  if (file === undefined || bytes === null || sha256(bytes) !== file.sha256) {
    throw new FeaturescopeError(
      "document-invalid",
      `expected ${listed} as the manifest lists it, found ${bytes === null ? "none" : "other content"}; analyse again`,
    );
  }
  return parseJson(bytes.toString("utf8"), join(path, listed));
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return null;
    const message = `expected to read ${path}, found ${messageOf(cause)}; let this user read it, or analyse again`;
    throw new FeaturescopeError("input-unreadable", message, { cause });
  }
}
