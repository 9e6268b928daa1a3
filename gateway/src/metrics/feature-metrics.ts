import { type State, STATES } from "@featurescope/analyzer/artifact";
import type { FeatureRun } from "../index/feature-index.js";
import type { PipelineIndex } from "../index/pipeline-index.js";
import type { ReportIndex } from "../index/report-index.js";
import type { Report } from "../index/report.js";
import type { QuickFigure } from "../index/run-features.js";
import type { Metrics } from "./metrics.js";

/** Features that have series of their own, of all pipelines together: a monitoring system pays for each. */
const MAX_FEATURES = 2000;
/** The same for pipelines. */
const MAX_PIPELINES = 500;
/** So far ahead a publisher's clock may be; of runs that are further ahead nobody knows when they were written. */
const CLOCK_SKEW_MS = 300_000;

/** Seconds since the last run was written, whichever window it has; 0 where all are of the future. */
function lastRunAge(runs: readonly Report[]): number {
  const now = Date.now();
  let last = -Infinity;
  for (const { createdAt } of runs) if (createdAt < now + CLOCK_SKEW_MS) last = Math.max(last, createdAt);
  return last === -Infinity ? 0 : Math.max(0, now - last) / 1000;
}

/** A feature's newest run, with the labels of its series. */
interface Newest {
  labels: { pipeline: string; feature: string };
  run: FeatureRun;
}

function featuresOf(index: ReportIndex): Newest[] {
  return index.pipelines().flatMap((pipeline) =>
    pipeline.features().map(({ name, newest }) => ({
      labels: { pipeline: pipeline.name, feature: name },
      run: newest,
    })),
  );
}

/** Series of each feature; where not all can have some, of the alarming ones. */
function addSeriesOfFeatures(metrics: Metrics, index: ReportIndex): void {
  function shown(): Newest[] {
    const features = featuresOf(index);
    return STATES.flatMap((state) => features.filter(({ run }) => run.state === state)).slice(
      0,
      MAX_FEATURES,
    );
  }

  function byFeature(name: string, help: string, figure: QuickFigure): void {
    metrics.liveByLabels({
      name,
      help,
      labels: ["pipeline", "feature"],
      *read() {
        for (const { labels, run } of shown()) {
          const value = run.figure(figure);
          if (value !== null) yield [labels, value] as const;
        }
      },
    });
  }

  byFeature(
    "population_stability_index",
    "Population stability index of a feature's newest run",
    "populationStabilityIndex",
  );
  byFeature("missing_share", "Share of missing rows in a feature's newest run", "missingShare");
  metrics.liveByLabels({
    name: "verdict",
    help: "1 for the verdict of a feature's newest run; broken where its column could not be analysed",
    labels: ["pipeline", "feature", "verdict"],
    *read() {
      for (const { labels, run } of shown()) yield [{ ...labels, verdict: run.state }, 1] as const;
    },
  });
}

/** Series of each pipeline. */
function addSeriesOfPipelines(metrics: Metrics, index: ReportIndex): void {
  const shown = (): readonly PipelineIndex[] => index.pipelines().slice(0, MAX_PIPELINES);
  metrics.liveByLabels({
    name: "features",
    help: "Features of a pipeline, by the verdict of their newest run, those that are broken apart",
    labels: ["pipeline", "verdict"],
    *read() {
      for (const pipeline of shown()) {
        const states = pipeline.features().map((feature) => feature.newest.state);
        const count = (wanted: State) => states.filter((state) => state === wanted).length;
        for (const verdict of STATES) yield [{ pipeline: pipeline.name, verdict }, count(verdict)] as const;
      }
    },
  });
  metrics.liveByLabels({
    name: "last_run_age_seconds",
    help: "Time since the last run of a pipeline was written, whichever window it has",
    labels: ["pipeline"],
    *read() {
      for (const { name, runs } of shown()) yield [{ pipeline: name }, lastRunAge(runs)] as const;
    },
  });
  metrics.liveByLabels({
    name: "newest_run_rows",
    help: "Rows of a pipeline's newest run",
    labels: ["pipeline"],
    *read() {
      for (const { name, runs } of shown())
        yield [{ pipeline: name }, runs[0]!.manifest.dataset.rows] as const;
    },
  });
}

/** The figures of the features themselves, as their newest runs have them. */
export function addFeatureMetrics(metrics: Metrics, index: ReportIndex): void {
  addSeriesOfFeatures(metrics, index);
  addSeriesOfPipelines(metrics, index);
  metrics.live({
    name: "features_without_series",
    help: "Features that have no series of their own, as there are too many",
    read: () => Math.max(0, featuresOf(index).length - MAX_FEATURES),
  });
  metrics.live({
    name: "pipelines_without_series",
    help: "Pipelines that have no series of their own, as there are too many",
    read: () => Math.max(0, index.pipelines().length - MAX_PIPELINES),
  });
  metrics.live({ name: "runs", help: "Runs that are known", read: () => index.size });
}
