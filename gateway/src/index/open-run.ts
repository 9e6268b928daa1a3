import type { Catalog } from "../catalog/catalog.js";
import type { PipelineIndex } from "./pipeline-index.js";
import type { Report } from "./report.js";

/** Reports of older runs that are kept once they were asked for. */
const MAX_OPEN = 64;

/** Gives a run of a pipeline, also one that is known by its id alone: its manifest is then read. */
export type OpenRun = (pipeline: PipelineIndex, run: string) => Promise<Report | undefined>;

/**
 * Opens runs by a catalog, and keeps a few of them.
 * The given function throws what {@link Catalog.open} throws.
 */
export function openRunBy(catalog: Catalog): OpenRun {
  const open = new Map<string, Promise<Report>>();

  return async (pipeline, run) => {
    const sighting = pipeline.older.get(run);
    if (sighting === undefined) return pipeline.run(run);
    const { id } = sighting;
    const report = open.get(id) ?? catalog.open(sighting);
    open.delete(id);
    open.set(id, report);
    report.catch(() => open.delete(id));
    const [oldest] = open.keys();
    if (open.size > MAX_OPEN && oldest !== undefined) open.delete(oldest);
    return report;
  };
}
