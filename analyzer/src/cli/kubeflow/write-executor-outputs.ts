import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { overviewHtml } from "../../report/overview-html.js";
import { sha256 } from "../../report/sha256.js";
import { type SummaryCounts, summaryCounts } from "../../report/summary/summary-counts.js";
import { worstState } from "../../report/summary/worst-state.js";
import { toJson } from "../../report/write/to-json.js";
import { writeFileWhole } from "../../report/write/write-file-whole.js";
import type { WrittenRun } from "../../report/write/write-run.js";
import type { ExecutorOutputs, OUTPUT_ARTIFACTS, OUTPUT_PARAMETERS } from "./executor-outputs.js";

type Metadata = Record<string, string | number>;

type Metrics = Record<"row_count" | "feature_count" | Exclude<keyof SummaryCounts, "features">, number> & {
  largest_population_stability_index?: number;
};

/** The run in figures: numbers only, because the newest Kubeflow refuses any other metric. One that is not known is left out. */
function metricsOf({ manifest }: WrittenRun): Metrics {
  const { features, shifted, watch, stable, unknown, broken } = summaryCounts(manifest.features);
  const indexes = manifest.features.flatMap(({ populationStabilityIndex }) => populationStabilityIndex ?? []);
  return {
    row_count: manifest.dataset.rows,
    feature_count: features,
    shifted,
    watch,
    stable,
    unknown,
    broken,
    ...(indexes.length > 0 && { largest_population_stability_index: Math.max(...indexes) }),
  };
}

/** What a catalog needs to find the report by its metadata: flat texts and numbers. */
function identityOf({ manifest }: WrittenRun, manifestSha256: string): Metadata {
  const { schemaVersion, pipeline, run, createdAt, window } = manifest;
  return {
    schema: "featurescope-report",
    schema_version: schemaVersion,
    pipeline,
    run,
    created_at: createdAt,
    ...(window !== null && { window_start: window.start, window_end: window.end }),
    manifest_sha256: manifestSha256,
  };
}

/** What a pipeline can branch on: by their names in the metrics, and the state of the feature that is worst. */
function parametersOf(
  { manifest }: WrittenRun,
  { row_count, shifted, watch, broken }: Metrics,
): Record<(typeof OUTPUT_PARAMETERS)[number], string | number> {
  return { verdict: worstState(manifest.features), shifted, watch, broken, row_count };
}

/**
 * Writes every output that Kubeflow declared (the report itself is in place already) and the file that tells their values and
 * metadata; addresses go back as they came. Folders are made: local runs do not make them.
 */
export async function writeExecutorOutputs(outputs: ExecutorOutputs, analysis: WrittenRun): Promise<void> {
  const metrics = metricsOf(analysis);
  const manifestBytes = await readFile(join(analysis.folder, "manifest.json"));
  const summary = await readFile(join(analysis.folder, "summary.md"));
  const overview = outputs.artifacts.has("overview")
    ? await overviewHtml(analysis.folder, analysis.manifest)
    : null;
  const contents: Record<
    (typeof OUTPUT_ARTIFACTS)[number],
    { content: string | Uint8Array | null; metadata: Metadata }
  > = {
    report: { content: null, metadata: { ...identityOf(analysis, sha256(manifestBytes)), ...metrics } },
    summary: { content: summary, metadata: {} },
    overview: { content: overview?.html ?? null, metadata: {} },
    metrics: { content: toJson(metrics), metadata: { ...metrics } },
  };
  const artifacts: Record<string, unknown> = {};
  for (const [name, { content, metadata }] of Object.entries(contents)) {
    const declared = outputs.artifacts.get(name);
    if (declared === undefined) continue;
    const { path, given } = declared;
    if (content !== null) await writeFileWhole(path, content);
    artifacts[name] = {
      artifacts: [{ name: given["name"], type: given["type"], uri: given["uri"], metadata }],
    };
  }
  const parameterValues: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(parametersOf(analysis, metrics))) {
    const path = outputs.parameters.get(name);
    if (path === undefined) continue;
    await writeFileWhole(path, String(value));
    parameterValues[name] = value;
  }
  if (outputs.file !== null) await writeFileWhole(outputs.file, toJson({ parameterValues, artifacts }));
}
