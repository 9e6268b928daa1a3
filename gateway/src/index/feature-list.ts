import { setImmediate } from "node:timers/promises";
import {
  type FeatureList,
  type FeatureRow,
  type RecentRun,
  RunGatherer,
  featurePath,
  runTime,
} from "@featurescope/analyzer/artifact";
import { type FeatureIndex, type FeatureRun, currentOf, newestOf } from "./feature-index.js";
import type { PipelineIndex } from "./pipeline-index.js";

/** Points of a row's sparkline. */
const RECENT_RUNS = 30;
/** Rows that are made at a time, some ten milliseconds; requests are answered in between. */
const SLICE = 250;

function recentRun(run: FeatureRun): RecentRun {
  const { manifest } = run.report;
  return {
    run: manifest.run,
    start: manifest.window?.start ?? null,
    end: runTime(manifest),
    populationStabilityIndex: run.figure("populationStabilityIndex"),
    verdict: run.verdict,
    referenceId: run.referenceId,
  };
}

function featureRow(runs: readonly FeatureRun[], gatherer: RunGatherer): FeatureRow {
  const { report, summary } = newestOf(runs);
  const recent: RecentRun[] = [];
  for (const run of currentOf(runs)) {
    if (recent.push(recentRun(run)) === RECENT_RUNS) break;
  }
  return {
    ...summary,
    run: report.manifest.run,
    href: `${featurePath(summary.key)}/`,
    recent: gatherer.add(recent.reverse()),
  };
}

/**
 * A {@link FeatureList} as JSON: the pipeline's newest manifest without its files, with a row for each of some features.
 * It is that of the moment of the call, whatever comes while it is made.
 * @param nextCursor null where no rows are left
 */
export async function featureList(
  pipeline: PipelineIndex,
  features: readonly FeatureIndex[],
  nextCursor: string | null = null,
): Promise<Buffer> {
  const head = pipeline.runs[0]!.manifest;
  const now = features.map(({ runs }) => runs);
  const gatherer = new RunGatherer();
  const parts: Buffer[] = [];
  for (let at = 0; at < now.length; at += SLICE) {
    if (at > 0) await setImmediate();
    const rows = now.slice(at, at + SLICE).map((runs) => featureRow(runs, gatherer));
    parts.push(Buffer.from(`${at === 0 ? "" : ","}${JSON.stringify(rows).slice(1, -1)}`));
  }
  const rest: Omit<FeatureList, "features"> = { ...head, recent: gatherer.listed, nextCursor };
  const start = Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"features":[`);
  return Buffer.concat([start, ...parts, Buffer.from("]}")]);
}
