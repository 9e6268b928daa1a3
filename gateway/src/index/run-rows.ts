import { FeaturescopeError, type RunRow } from "@featurescope/analyzer/artifact";
import { runRow } from "./answers.js";
import { forEachOf } from "./for-each-of.js";
import type { OpenRun } from "./open-run.js";
import type { PipelineIndex } from "./pipeline-index.js";

/** Runs that are read at a time: each takes a round trip, and who waits for a slow store comes back for the next ones. */
const AT_ONCE = 32;
/** Rows of older runs that are kept, some 0.4 kB each. */
const MAX_ROWS = 10_000;

/**
 * Gives rows of runs in their order, without those whose manifest cannot be used.
 * @throws FeaturescopeError `store-unreachable`
 */
export type RunRows = (pipeline: PipelineIndex, runs: readonly string[]) => Promise<RunRow[]>;

/**
 * Makes rows by opening runs. Those of older runs are kept: a page has more runs than stay open, and the next one who asks for it
 * would read the first ones again.
 */
export function runRowsBy(openRun: OpenRun): RunRows {
  const kept = new Map<string, RunRow>();

  async function rowOf(pipeline: PipelineIndex, run: string): Promise<RunRow | undefined> {
    const id = pipeline.older.get(run)?.id;
    const known = id === undefined ? undefined : kept.get(id);
    if (known !== undefined) return known;
    const report = await openRun(pipeline, run).catch((error: unknown) => {
      if (error instanceof FeaturescopeError && error.code !== "store-unreachable") return undefined;
      throw error;
    });
    if (report === undefined) return undefined;
    const row = runRow(report);
    if (id !== undefined) kept.set(id, row);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > MAX_ROWS) kept.delete(oldest);
    return row;
  }

  return async (pipeline, runs) => {
    const rows = new Map<string, RunRow | undefined>();
    await forEachOf(runs, async (run) => void rows.set(run, await rowOf(pipeline, run)), AT_ONCE);
    return runs.flatMap((run) => rows.get(run) ?? []);
  };
}
