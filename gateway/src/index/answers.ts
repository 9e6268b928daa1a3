import {
  type FeatureList,
  type FeatureRow,
  type FeatureSummary,
  type History,
  type ManifestFeature,
  type PipelineList,
  type RecentRun,
  RunGatherer,
  type RunRow,
  type Verdict,
  SCHEMA_VERSION,
  featurePath,
  runTime,
} from "@featurescope/analyzer/artifact";
import type { FeatureIndex, FeatureRun } from "./feature-index.js";
import type { PipelineIndex } from "./pipeline-index.js";
import type { Report } from "./report.js";

/** Points of a row's sparkline. */
const RECENT_RUNS = 30;

function countVerdicts(features: Iterable<ManifestFeature>): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { stable: 0, watch: 0, shifted: 0, unknown: 0 };
  for (const { verdict } of features) counts[verdict]++;
  return counts;
}

function recentRun({ report, summary }: FeatureRun): RecentRun {
  return {
    run: report.manifest.run,
    end: runTime(report.manifest),
    populationStabilityIndex: summary.populationStabilityIndex,
    verdict: summary.verdict,
    referenceId: summary.referenceId,
  };
}

function featureRow(feature: FeatureIndex, gatherer: RunGatherer): FeatureRow {
  const { report, summary } = feature.newest;
  const recent: RecentRun[] = [];
  for (const run of feature.current()) {
    if (recent.push(recentRun(run)) === RECENT_RUNS) break;
  }
  return {
    ...summary,
    run: report.manifest.run,
    href: `${featurePath(summary.key)}/`,
    recent: gatherer.add(recent.reverse()),
  };
}

/** The newest manifest without its files; features that only earlier runs have come last. */
export function featureList(pipeline: PipelineIndex): FeatureList {
  const { files: _files, ...head } = pipeline.runs[0]!.manifest;
  const gatherer = new RunGatherer();
  const features = pipeline.features().map((feature) => featureRow(feature, gatherer));
  return { ...head, features, recent: gatherer.listed, nextCursor: null };
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
  for (const { report, summary } of feature.current()) {
    if (rows.length >= limit) break;
    const { run, createdAt, window } = report.manifest;
    rows.push({ ...figuresOf(summary), run, createdAt, window });
  }
  return {
    schemaVersion: SCHEMA_VERSION,
    pipeline: pipeline.name,
    feature: feature.name,
    key: feature.newest.summary.key,
    rows: rows.reverse(),
  };
}

/** A run in short. @param folder the pipeline's, relative to the answer */
export function runRow({ manifest }: Report, folder = ""): RunRow {
  return {
    run: manifest.run,
    createdAt: manifest.createdAt,
    window: manifest.window,
    rows: manifest.dataset.rows,
    features: manifest.features.length,
    verdicts: countVerdicts(manifest.features),
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
        verdicts: countVerdicts(features.map((feature) => feature.newest.summary)),
        features: features.length,
        href: `${folder}features`,
      };
    }),
  };
}
