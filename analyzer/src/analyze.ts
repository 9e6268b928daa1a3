import { didYouMean, type FrozenReference } from "./artifact/index.js";
import type { DatasetOptions } from "./dataset/dataset-options.js";
import type { Dataset } from "./dataset/dataset.js";
import { openDataset } from "./dataset/open-dataset.js";
import { referenceHead, referenceText } from "./freeze-reference.js";
import { profileFeatures } from "./profile/profile-features.js";
import { REFERENCE_FILE } from "./report/read/reference-document.js";
import { type Configuration, unmatchedNames } from "./report/run/configuration.js";
import { describeRun, type RunRequest } from "./report/run/describe-run.js";
import { type FeatureChoice, featureNames } from "./report/run/feature-names.js";
import { requireTimeColumn } from "./report/run/require-time-column.js";
import { sayReading } from "./report/say-reading.js";
import { ProfileSpool } from "./report/write/profile-spool.js";
import { ReportFolder } from "./report/write/report-folder.js";
import { writeRun, type WrittenRun } from "./report/write/write-run.js";

/** What is to be analysed, and where the report goes. */
export interface AnalyzeRequest extends RunRequest, FeatureChoice {
  /** Path, glob or address of the rows. */
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

/**
 * Rows in, report directory out. One bad feature never sinks the report; the report appears whole or not at all.
 * @param reference frozen; null where there is nothing to compare with
 * @throws FeaturescopeError `input-unreadable`, `store-unreachable`, or `invalid-usage` where something else stands at `out`
 */
export async function analyze(
  request: AnalyzeRequest,
  reference: FrozenReference | null,
  watcher: Watcher,
): Promise<WrittenRun> {
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
): Promise<WrittenRun> {
  const { configuration } = request;
  const names = featureNames(dataset, request, reference);
  const run = describeRun(request, dataset, names, reference);
  const frozen = new Map(reference?.features.map((feature) => [feature.name, feature]));

  const spool = await ProfileSpool.create(report.path);
  try {
    const onRows = (read: number): void => watcher.onRows(read, dataset.rows);
    for await (const profile of profileFeatures(dataset, names, frozen, onRows)) await spool.add(profile);
    // What follows needs no rows, but memory.
    await dataset.close();
    if (reference === null) {
      const head = await referenceHead(spool, run, request.window);
      await report.write(REFERENCE_FILE, referenceText(head, spool));
    }
    const written = await writeRun(report, run, spool, { onFeature: watcher.onFeature });
    // An empty file is told once, not again for each feature that it lacks.
    const ofFeatures = dataset.columns.length === 0 ? [] : written.warnings;
    return { ...written, warnings: [...warningsOf(dataset, configuration, reference), ...ofFeatures] };
  } finally {
    await spool.remove();
  }
}

function warningsOf(
  dataset: Dataset,
  configuration: Configuration,
  reference: FrozenReference | null,
): string[] {
  const columns = dataset.columns.map(({ name }) => name);
  const unmatched = unmatchedNames(configuration, dataset, reference).map(
    (name) => `the configuration names ${name}, which is no column${didYouMean(name, columns)}`,
  );
  return [...sayReading(dataset), ...unmatched];
}
