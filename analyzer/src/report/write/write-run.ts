import type { Manifest } from "../../artifact/index.js";
import { mapConcurrently } from "../../map-concurrently.js";
import { failedProfile } from "../run/failed-profile.js";
import { manifestOf } from "../run/manifest-of.js";
import type { Run } from "../run/run.js";
import { summaryCsv } from "../summary/summary-csv.js";
import { summaryMarkdown } from "../summary/summary-markdown.js";
import { judgeProfiles } from "./judge-profiles.js";
import type { Profiles } from "./profile-spool.js";
import type { ReportFolder } from "./report-folder.js";
import { spareMemory } from "./spare-memory.js";
import { writeFeature } from "./write-feature.js";

/** One picture is encoded while the next is drawn. */
const DRAWN_AT_ONCE = 2;

/** How a run is written. */
export interface WriteOptions {
  /** Told how many features of all are written. */
  onFeature: (done: number, total: number) => void;
}

/** A report that was written. */
export interface WrittenRun {
  /** Folder of the report. */
  folder: string;
  manifest: Manifest;
  /** What went wrong without sinking the report, one sentence each. */
  warnings: string[];
}

/** Judges the profiles of a run and writes all files of its report, the manifest last. */
export async function writeRun(
  report: ReportFolder,
  run: Run,
  profiles: Profiles,
  { onFeature }: WriteOptions,
): Promise<WrittenRun> {
  const frozen = new Map(run.reference?.features.map((feature) => [feature.name, feature]));
  const windows = { current: run.identity.window, reference: run.reference?.window ?? null };
  const { drifts, failures } = await judgeProfiles(profiles, frozen, run.configuration, windows);
  spareMemory(profiles.size);
  let done = 0;
  const written = await mapConcurrently(profiles.all(), DRAWN_AT_ONCE, async (read) => {
    const { name } = read;
    const profile = failures.has(name) ? failedProfile(read, failures.get(name)) : read;
    const feature = await writeFeature(report, run, profile, frozen.get(name), drifts.get(name));
    onFeature(++done, profiles.size);
    return feature;
  });
  const summaries = written.map(({ summary }) => summary);
  const summarized = manifestOf(run, summaries, []);
  await report.write("summary.csv", summaryCsv(summarized));
  await report.write("summary.md", summaryMarkdown(summarized));
  const manifest = await report.commit((files) => manifestOf(run, summaries, files));
  return { folder: report.path, manifest, warnings: written.flatMap(({ warnings }) => warnings) };
}
