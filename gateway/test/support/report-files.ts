import {
  DEFAULT_LIMITS,
  type Manifest,
  type ManifestFile,
  featurePath,
  keyOf,
  logEntryPath,
  runPath,
} from "@featurescope/analyzer/artifact";
import {
  type RunPlan,
  distributionOf,
  identityOf,
  keyOfFeature,
  png,
  sha256,
  statisticsOf,
  summaryOf,
} from "./make-documents.js";

/**
 * Files of a report by path, the manifest last, as the analyzer writes them.
 * @param instead bodies to use in place of the right ones; the manifest lists them as they are
 */
export function reportFiles(plan: RunPlan, instead: Record<string, Buffer> = {}): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const features = plan.features ?? [{ name: "age" }];
  for (const feature of features) {
    const folder = featurePath(keyOfFeature(feature));
    files.set(`${folder}/statistics.json`, Buffer.from(JSON.stringify(statisticsOf(plan, feature))));
    files.set(`${folder}/distribution.json`, Buffer.from(JSON.stringify(distributionOf(plan, feature))));
    files.set(`${folder}/chart.vl.json`, Buffer.from(JSON.stringify({ data: { values: [] }, mark: "bar" })));
    files.set(`${folder}/chart.png`, png(feature.mean ?? 1));
  }
  for (const [path, body] of Object.entries(instead)) files.set(path, body);
  files.delete("manifest.json");
  const listed: ManifestFile[] = [...files].map(([path, body]) => ({
    path,
    sha256: sha256(body),
    bytes: body.length,
  }));
  const manifest: Manifest = {
    ...identityOf(plan),
    dataset: { source: "data.csv", rows: plan.rows ?? 1000, skippedRows: 0 },
    reference: null,
    analyzer: { version: "0.1.0" },
    thresholds: DEFAULT_LIMITS,
    note: plan.note ?? {},
    files: listed,
    features: features.map(summaryOf),
  };
  files.set("manifest.json", instead["manifest.json"] ?? Buffer.from(JSON.stringify(manifest)));
  return files;
}

/** Objects of a published run by path in the store: its files, then its entry in the commit log. */
export function publishedObjects(
  plan: RunPlan,
  publishedAt: number,
  instead: Record<string, Buffer> = {},
): Map<string, Buffer> {
  const pipelineKey = keyOf(plan.pipeline ?? "credit", sha256);
  const path = runPath(pipelineKey, plan.run);
  const files = reportFiles(plan, instead);
  const objects = new Map([...files].map(([name, body]) => [`${path}/${name}`, body]));
  const entry = { ...identityOf(plan), path, manifestSha256: sha256(files.get("manifest.json")!) };
  objects.set(logEntryPath(publishedAt, pipelineKey, plan.run), Buffer.from(JSON.stringify(entry)));
  return objects;
}
