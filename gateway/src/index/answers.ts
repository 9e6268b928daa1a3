import {
  type FeatureSummary,
  type History,
  type ManifestFeature,
  type PipelineList,
  type RunRow,
  type Verdict,
  SCHEMA_VERSION,
} from "@featurescope/analyzer/artifact";
import { type FeatureIndex, currentOf } from "./feature-index.js";
import type { PipelineIndex } from "./pipeline-index.js";
import type { Report } from "./report.js";

function countVerdicts(verdicts: Iterable<Verdict>): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { stable: 0, watch: 0, shifted: 0, unknown: 0 };
  for (const verdict of verdicts) counts[verdict]++;
  return counts;
}

/** What is the same in all runs, or too large to be given for each. */
const NOT_IN_HISTORY = new Set<string>([
  "name",
  "key",
  "title",
  "unit",
  "importance",
  "limits",
  "shape",
] satisfies Exclude<keyof ManifestFeature, keyof FeatureSummary>[]);

function figuresOf(summary: ManifestFeature): FeatureSummary {
  const figures = Object.entries(summary).filter(([field]) => !NOT_IN_HISTORY.has(field));
  return Object.fromEntries(figures) as unknown as FeatureSummary;
}

/**
 * A feature's headline figures over time.
 * @param limit newest runs at most
 */
export function historyOf(pipeline: PipelineIndex, feature: FeatureIndex, limit = Infinity): History {
  const rows: History["rows"] = [];
  for (const { report, summary } of currentOf(feature.runs)) {
    if (rows.length >= limit) break;
    const { run, createdAt, window } = report.manifest;
    rows.push({ ...figuresOf(summary), run, createdAt, window });
  }
  return {
    schemaVersion: SCHEMA_VERSION,
    pipeline: pipeline.name,
    feature: feature.name,
    key: feature.newest.key,
    rows: rows.reverse(),
  };
}

/** A run in short. @param folder the pipeline's, relative to the answer */
export function runRow({ manifest, features }: Report, folder = ""): RunRow {
  return {
    run: manifest.run,
    createdAt: manifest.createdAt,
    window: manifest.window,
    rows: manifest.dataset.rows,
    features: features.size,
    verdicts: countVerdicts(features.verdicts()),
    href: `${folder}runs/${manifest.run}/`,
  };
}

/** All pipelines with their newest run and how many features have which verdict. */
export function pipelineList(pipelines: readonly PipelineIndex[]): PipelineList {
  return {
    schemaVersion: SCHEMA_VERSION,
    pipelines: pipelines.map((pipeline) => {
      const features = pipeline.features();
      const folder = `pipelines/${pipeline.key}/`;
      return {
        pipeline: pipeline.name,
        key: pipeline.key,
        newest: runRow(pipeline.runs[0]!, folder),
        verdicts: countVerdicts(features.map((feature) => feature.newest.verdict)),
        features: features.length,
        href: `${folder}features`,
      };
    }),
  };
}
