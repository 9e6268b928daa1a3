import {
  type DatasetSummary,
  type FrozenReference,
  type PictureFile,
  type ReferenceSummary,
  SCHEMA_VERSION,
  type Window,
} from "./artifact/index.js";
import { firstFew } from "./first-few.js";
import { mergeFeature, type MergedFeature } from "./report/merge-feature.js";
import { checkShards } from "./report/read/check-shards.js";
import type { FoundReport } from "./report/read/find-reports.js";
import { sayStaleUnjudged } from "./report/read/say-stale-unjudged.js";
import { sayTwins } from "./report/read/say-twins.js";
import { describeRun } from "./report/run/describe-run.js";
import { ReportFolder } from "./report/write/report-folder.js";
import { type WriteOptions, writeRun, type WrittenRun } from "./report/write/write-run.js";

/** What is to be merged, and where the report goes. */
export interface MergeRequest {
  /** Reports of the shards, in any order. */
  shards: readonly FoundReport[];
  /** Folder of the report; replaced where it holds an older report. */
  out: string;
  /** Pipeline that the whole belongs to; null for that of the shards. */
  pipeline: string | null;
  /** Null for an id made of the window's end (else now) and chance. */
  run: string | null;
  /** Pictures to be drawn of each feature. */
  pictures: readonly PictureFile[];
}

/** Sources that are named before the others are counted. */
const MOST_SOURCES = 3;

/**
 * Reports of shards in, the report of all their rows out, by addition. A feature that one shard could not analyse is failed in the whole.
 * @param given the reference of the shards; null to take it from their documents, which tell all but its cells
 * @throws FeaturescopeError `input-unreadable` where the shards do not go together, `store-unreachable`, or `invalid-usage`
 * where something else stands at `out`
 */
export async function mergeReports(
  { shards, out, pipeline, run: id, pictures }: MergeRequest,
  given: FrozenReference | null,
  options: WriteOptions,
): Promise<WrittenRun> {
  const common = checkShards(shards, given);
  const { note, warnings } = sayStaleUnjudged(common.note, shards, given !== null);
  const report = await ReportFolder.create(out);
  try {
    const merged = await mergeFeatures(shards, given);
    const run = describeRun(
      {
        pipeline: pipeline ?? common.pipeline,
        run: id,
        window: unionOf(shards.map(({ manifest }) => manifest.window)),
        configuration: {
          thresholds: common.thresholds,
          note,
          features: mapValues(merged, ({ configuration }) => configuration),
        },
        pictures,
      },
      datasetOf(shards),
      [...merged.keys()],
      given ?? referenceOf(common.reference, shards[0]!, merged.values()),
    );
    const profiles = [...merged.values()].map(({ profile }) => profile);
    const written = await writeRun(report, run, { size: profiles.length, all: () => profiles }, options);
    return { ...written, warnings: [...sayTwins(shards), ...warnings, ...written.warnings] };
  } finally {
    report.discard();
  }
}

/** By name, in the order in which the shards have them. */
async function mergeFeatures(
  shards: readonly FoundReport[],
  reference: FrozenReference | null,
): Promise<ReadonlyMap<string, MergedFeature>> {
  const names = new Set(shards.flatMap(({ manifest }) => manifest.features.map(({ name }) => name)));
  const frozen = reference && new Map(reference.features.map((feature) => [feature.name, feature]));
  const merged = new Map<string, MergedFeature>();
  for (const name of names) merged.set(name, await mergeFeature(name, shards, frozen));
  return merged;
}

/** The shards' reference as their documents tell it. */
function referenceOf(
  summary: ReferenceSummary,
  { manifest: { createdAt, analyzer } }: FoundReport,
  merged: Iterable<MergedFeature>,
): FrozenReference {
  return {
    ...summary,
    schemaVersion: SCHEMA_VERSION,
    type: "featurescope-reference",
    createdAt,
    analyzer,
    features: [...merged].flatMap(({ frozen }) => frozen ?? []),
  };
}

/** The rows of all shards together. */
function datasetOf(shards: readonly FoundReport[]): DatasetSummary {
  const datasets = shards.map(({ manifest }) => manifest.dataset);
  const sources = [...new Set(datasets.map(({ source }) => source))].sort();
  return {
    source: firstFew(sources, MOST_SOURCES, ` and ${sources.length - MOST_SOURCES} more`),
    rows: datasets.reduce((sum, { rows }) => sum + rows, 0),
    skippedRows: skippedRowsOf(shards),
  };
}

/** A row that cannot be split has no time: each window of a source tells of all of the source's, which are the same rows. */
function skippedRowsOf(shards: readonly FoundReport[]): number {
  const windows = new Set<string>();
  return shards.reduce((sum, { manifest: { dataset, window } }) => {
    const source = `${dataset.skippedRows} of ${dataset.source}`;
    if (window === null) return sum + dataset.skippedRows;
    if (windows.has(source)) return sum;
    windows.add(source);
    return sum + dataset.skippedRows;
  }, 0);
}

/** From the first start to the last end; null where one is not known. */
function unionOf(windows: readonly (Window | null)[]): Window | null {
  const known = windows.filter((window) => window !== null);
  if (known.length < windows.length) return null;
  return known.reduce((union, { start, end }) => ({
    start: Date.parse(start) < Date.parse(union.start) ? start : union.start,
    end: Date.parse(end) > Date.parse(union.end) ? end : union.end,
  }));
}

function mapValues<T, R>(map: ReadonlyMap<string, T>, of: (value: T) => R): Map<string, R> {
  return new Map([...map].map(([name, value]) => [name, of(value)]));
}
