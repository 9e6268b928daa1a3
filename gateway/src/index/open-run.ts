import type { Catalog } from "../catalog/catalog.js";
import type { PipelineIndex } from "./pipeline-index.js";
import { type Report, bytesOf } from "./report.js";

/** Reports of older runs that are kept once they were asked for … */
const MAX_OPEN = 64;
/** … and about how much memory they may take; the last one is kept in any case. */
const MAX_BYTES = 32_000_000;

/** Gives a run of a pipeline, also one that is known by its id alone: its manifest is then read. */
export type OpenRun = (pipeline: PipelineIndex, run: string) => Promise<Report | undefined>;

/**
 * Opens runs by a catalog, and keeps a few of them.
 * The given function throws what {@link Catalog.open} throws.
 */
export function openRunBy(catalog: Pick<Catalog, "open">, maxBytes = MAX_BYTES): OpenRun {
  /** Those asked for last are at the end; of one that is being read the memory is not known yet. */
  const open = new Map<string, { report: Promise<Report>; bytes: number }>();

  function dropOldest(): void {
    let bytes = [...open.values()].reduce((sum, each) => sum + each.bytes, 0);
    for (const [id, each] of open) {
      if (open.size === 1 || (open.size <= MAX_OPEN && bytes <= maxBytes)) return;
      open.delete(id);
      bytes -= each.bytes;
    }
  }

  return async (pipeline, run) => {
    const sighting = pipeline.older.get(run);
    if (sighting === undefined) return pipeline.run(run);
    const { id } = sighting;
    const opened = open.get(id) ?? { report: catalog.open(sighting), bytes: 0 };
    open.delete(id);
    open.set(id, opened);
    dropOldest();
    try {
      const report = await opened.report;
      if (opened.bytes === 0) {
        const [newest] = pipeline.runs;
        if (newest !== undefined) report.features.shareWith(newest.features);
        opened.bytes = bytesOf(report);
        dropOldest();
      }
      return report;
    } catch (error) {
      open.delete(id);
      throw error;
    }
  };
}
