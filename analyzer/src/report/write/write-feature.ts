import {
  type Drift,
  type FrozenFeature,
  featurePath,
  isBroken,
  type ManifestFeature,
  type ProfileDocument,
} from "../../artifact/index.js";
import type { ChartDocuments } from "../../chart/chart-types.js";
import type { FeatureProfile } from "../../profile/feature-profile.js";
import { compactProfile } from "../../profile/merge/compact-profile.js";
import { profileCounts } from "../../profile/merge/profile-counts.js";
import { chartSpec } from "../picture/chart-spec.js";
import { featureConfiguration } from "../run/configuration.js";
import { describeFeature } from "../run/describe-feature.js";
import { failedProfile } from "../run/failed-profile.js";
import type { Run } from "../run/run.js";
import { summarizeFeature } from "../run/summarize-feature.js";
import { ensureHome } from "./ensure-home.js";
import type { ReportFolder } from "./report-folder.js";
import { toJson } from "./to-json.js";

/** A feature whose files are written. */
export interface WrittenFeature {
  summary: ManifestFeature;
  /** What went wrong without sinking the report, one sentence each. */
  warnings: string[];
}

/**
 * Writes the files of one feature. Where its documents cannot be made it is written as failed, with the reason; where only
 * its picture cannot be drawn, the picture is left out.
 */
export async function writeFeature(
  report: ReportFolder,
  run: Run,
  profile: FeatureProfile,
  frozen: FrozenFeature | undefined,
  drift: Drift | undefined,
): Promise<WrittenFeature> {
  let made: MadeFeature;
  try {
    made = makeFeature(run, profile, frozen, drift ?? null);
  } catch (error) {
    made = makeFeature(run, failedProfile(profile, error), undefined, null);
  }
  const { documents, summary, files } = made;
  const { feature, key, status, reason } = documents.statistics;
  const warnings = isBroken(status) ? [`${feature}: ${reason ?? status}`] : [];
  if (status === "constant" && Math.abs(documents.statistics.min ?? 0) > Number.MAX_SAFE_INTEGER)
    warnings.push(
      `${feature}: its values may be several that are read as one, as numbers have some 16 digits; kind: categorical in --config keeps all of them`,
    );
  try {
    Object.assign(files, await pictureFiles(documents));
  } catch (error) {
    files["statistics.json"] = toJson({ ...documents.statistics, pictures: [] });
    warnings.push(`${feature}: its picture could not be drawn: ${whyNotDrawn(documents, error)}`);
  }
  for (const [name, content] of Object.entries(files)) {
    await report.write(`${featurePath(key)}/${name}`, content);
  }
  return { summary, warnings };
}

function whyNotDrawn({ distribution }: ChartDocuments, error: unknown): string {
  const edges = distribution.histogram?.edges ?? [];
  const width = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
  return Number.isFinite(width)
    ? String(error)
    : "expected an axis that a number can measure, found values further apart than the greatest one; missingTokens in --config leaves sentinels such as ±1.8e308 out";
}

/** A feature's documents with the bytes of their files and its entry in the manifest: all that may fail over its figures. */
interface MadeFeature {
  documents: ChartDocuments;
  summary: ManifestFeature;
  files: Record<string, string | Uint8Array>;
}

function makeFeature(
  run: Run,
  profile: FeatureProfile,
  frozen: FrozenFeature | undefined,
  drift: Drift | null,
): MadeFeature {
  const documents = describeFeature(run, profile, frozen, drift);
  const summary = summarizeFeature(documents, featureConfiguration(run.configuration, profile.name));
  const { statistics, distribution } = documents;
  const { feature, key } = statistics;
  const profileDocument: ProfileDocument = compactProfile({
    ...run.identity,
    feature,
    key,
    ...profileCounts(profile, frozen),
  });
  const files = {
    "statistics.json": toJson(statistics),
    "distribution.json": toJson(distribution),
    "profile.json": toJson(profileDocument),
  };
  return { documents, summary, files };
}

async function pictureFiles(documents: ChartDocuments): Promise<Record<string, string | Uint8Array>> {
  const files: Record<string, string | Uint8Array> = { "chart.vl.json": toJson(chartSpec(documents)) };
  const { pictures } = documents.statistics;
  if (pictures.length === 0) return files;
  ensureHome();
  // Vega and its canvas take half a second to load: only where there is something to draw.
  const { drawPicture } = await import("../picture/draw-picture.js");
  const drawn = pictures.map(async (name) => [name, await drawPicture(name, documents)] as const);
  return { ...files, ...Object.fromEntries(await Promise.all(drawn)) };
}
