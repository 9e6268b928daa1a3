import type { FrozenReference } from "./artifact/index.js";
import type { Dataset } from "./dataset/dataset.js";
import { type DatasetOptions, openDataset } from "./dataset/open-dataset.js";
import { referenceOf } from "./freeze-reference.js";
import { profileFeatures } from "./profile/profile-features.js";
import { unmatchedNames } from "./report/configuration.js";
import { describeRun, type RunRequest } from "./report/describe-run.js";
import { type FeatureChoice, featureNames } from "./report/feature-names.js";
import { REFERENCE_FILE } from "./report/read-reference.js";
import { saySkipped } from "./report/say-skipped.js";
import { ReportFolder } from "./report/report-folder.js";
import { requireTimeColumn } from "./report/require-time-column.js";
import { toJson } from "./report/to-json.js";
import { writeRun, type WrittenRun } from "./report/write-run.js";

/** What is to be analysed, and where the report goes. */
export interface AnalyzeRequest extends RunRequest, FeatureChoice {
  /** Path or glob of the rows. */
  data: string;
  dataset: DatasetOptions;
  /** Folder of the report; replaced where it holds an older report. */
  out: string;
}

/** Told how far an analysis is. */
export interface Watcher {
  /** Rows read so far, of all. */
  onRows: (rows: number, total: number) => void;
  /** Features written so far, of all. */
  onFeature: (done: number, total: number) => void;
}

/** A report that was written. */
export type Analysis = WrittenRun;

/**
 * Rows in, report directory out. One bad feature never sinks the report; the report appears whole or not at all.
 * @param reference frozen; null where there is nothing to compare with
 * @throws FeaturescopeError `input-unreadable`, `store-unreachable`, or `invalid-usage` where something else stands at `out`
 */
export async function analyze(
  request: AnalyzeRequest,
  reference: FrozenReference | null,
  watcher: Watcher,
): Promise<Analysis> {
  const dataset = await openDataset(request.data, request.dataset);
  try {
    requireTimeColumn(dataset, request.timeColumn);
    const report = await ReportFolder.create(request.out);
    try {
      return await analyzeInto(report, dataset, request, reference, watcher);
    } finally {
      report.discard();
    }
  } finally {
    await dataset.close();
  }
}

async function analyzeInto(
  report: ReportFolder,
  dataset: Dataset,
  request: AnalyzeRequest,
  reference: FrozenReference | null,
  watcher: Watcher,
): Promise<Analysis> {
  const { configuration } = request;
  const names = featureNames(dataset, request, reference);
  const run = describeRun(request, dataset, names, reference);
  const frozen = new Map(reference?.features.map((feature) => [feature.name, feature]));

  let read = 0;
  const profiles = await profileFeatures(dataset, names, frozen, {
    onRows: (rows) => watcher.onRows((read += rows), dataset.rows),
  });
  if (reference === null) {
    await report.write(REFERENCE_FILE, toJson(referenceOf(profiles.values(), run, request.window)));
  }
  const { onFeature } = watcher;
  const written = await writeRun(report, run, profiles, { onFeature });
  const unmatched = unmatchedNames(configuration, dataset, reference).map(
    (name) => `the configuration names ${name}, which is no column`,
  );
  return { ...written, warnings: [...saySkipped(dataset), ...unmatched, ...written.warnings] };
}
