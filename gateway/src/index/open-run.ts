import type { Catalog, Sighting } from "../catalog/catalog.js";
import { inTime } from "../store/in-time.js";
import type { PipelineIndex } from "./pipeline-index.js";
import { type Report, bytesOf } from "./report.js";

/** Reports of older runs that are kept once they were asked for … */
const MAX_OPEN = 64;
/** … and about how much memory they may take; the last one is kept in any case. */
const MAX_BYTES = 32_000_000;

/** A run that was asked for: what those who ask wait for, and about how much memory it takes; 0 while it is being read. */
interface Opened {
  report: Promise<Report>;
  bytes: number;
}

/** Gives a run of a pipeline, also one that is known by its id alone: its manifest is then read. */
export type OpenRun = (pipeline: PipelineIndex, run: string) => Promise<Report | undefined>;

/**
 * Opens runs by a catalog, and keeps a few of them.
 * The given function throws what {@link Catalog.open} throws.
 */
export function openRunBy(catalog: Pick<Catalog, "open">, maxBytes = MAX_BYTES): OpenRun {
  /** Those asked for last are at the end. */
  const open = new Map<string, Opened>();

  function dropOldest(): void {
    let bytes = [...open.values()].reduce((sum, each) => sum + each.bytes, 0);
    for (const [id, each] of open) {
      if (open.size === 1 || (open.size <= MAX_OPEN && bytes <= maxBytes)) return;
      open.delete(id);
      bytes -= each.bytes;
    }
  }

  function begin(sighting: Sighting, pipeline: PipelineIndex): Opened {
    const reading = catalog.open(sighting);
    const opened = { report: inTime(reading), bytes: 0 };
    reading.then(
      (report) => {
        const [newest] = pipeline.runs;
        if (newest !== undefined) report.features.shareWith(newest.features);
        opened.report = reading;
        opened.bytes = bytesOf(report);
        dropOldest();
      },
      () => open.delete(sighting.id),
    );
    return opened;
  }

  return async (pipeline, run) => {
    const sighting = pipeline.older.get(run);
    if (sighting === undefined) return pipeline.run(run);
    const { id } = sighting;
    const opened = open.get(id) ?? begin(sighting, pipeline);
    open.delete(id);
    open.set(id, opened);
    dropOldest();
    return opened.report;
  };
}
