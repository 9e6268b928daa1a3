import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FrozenFeature } from "../../src/artifact/index.js";
import type { DatasetOptions } from "../../src/dataset/dataset-options.js";
import type { FeatureProfile } from "../../src/profile/feature-profile.js";
import { freezeFeature } from "../../src/profile/freeze-feature.js";
import { withDataset } from "../dataset/read-columns.js";
import { profilesOf } from "./profiles-of.js";

let files = 0;

/** Writes one column as CSV, each value in quotes; null and empty text are missing. */
export function writeColumn(folder: string, values: readonly (string | number | null)[]): string {
  const path = join(folder, `${files++}.csv`);
  const lines = values.map((value) => `"${String(value ?? "").replaceAll('"', '""')}"`);
  writeFileSync(path, `${["a", ...lines].join("\n")}\n`);
  return path;
}

/** Profile of the column `a` of a file. */
export async function profileFile(
  path: string,
  frozen?: FrozenFeature,
  options: DatasetOptions = {},
): Promise<FeatureProfile> {
  const reference = new Map(frozen === undefined ? [] : [["a", frozen]]);
  const profiles = await withDataset(path, options, (dataset) => profilesOf(dataset, ["a"], reference));
  return profiles.get("a")!;
}

/** Profile of values as a column of CSV. */
export async function profileValues(
  folder: string,
  values: readonly (string | number | null)[],
  frozen?: FrozenFeature,
): Promise<FeatureProfile> {
  return profileFile(writeColumn(folder, values), frozen);
}

/** Values of a column, frozen as a reference. */
export async function freezeValues(
  folder: string,
  values: readonly (string | number | null)[],
): Promise<FrozenFeature> {
  return freezeFeature(await profileValues(folder, values));
}
