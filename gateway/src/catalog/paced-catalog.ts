import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Report } from "../index/report.js";
import { isUnknown } from "../store/is-unknown.js";
import type { Catalog, Sighting } from "./catalog.js";

/** Features of all manifests that are read at a time: one of ten thousand has 27 MB. */
const MAX_FEATURES = 10_000;

/** A report that waits to be opened. */
interface Waiting {
  sighting: Sighting;
  start: () => void;
  reject: (error: FeaturescopeError) => void;
  /** Whether the store is asked, or was, if it is gone. */
  isAskedFor: boolean;
}

/**
 * A catalog around a catalog that opens few reports at a time where they have many features. How many one has is taken from
 * the last of its pipeline, or else from the widest so far; the very first is opened alone. Where the one opened last was
 * gone, others may be as well: of those that wait, the store is then asked without reading them, of all at once.
 */
export function pacedCatalog(catalog: Catalog): Catalog {
  const widths = new Map<string, number>();
  let widest: number | null = null;
  let features = 0;
  let wasLastGone = false;
  const queue: Waiting[] = [];

  function expected({ of }: Sighting): number {
    const known = of === null ? undefined : widths.get(of.pipelineKey);
    return Math.min(MAX_FEATURES, known ?? widest ?? MAX_FEATURES);
  }

  function note({ pipelineKey, features: { size } }: Report): void {
    widths.set(pipelineKey, size);
    widest = Math.max(widest ?? 0, size);
  }

  async function leaveOutIfGone(waiting: Waiting): Promise<void> {
    waiting.isAskedFor = true;
    const { id } = waiting.sighting;
    const isGone = await catalog.isGone(id);
    const place = queue.indexOf(waiting);
    if (!isGone || place < 0) return;
    queue.splice(place, 1);
    waiting.reject(new FeaturescopeError("unknown-file", `${id} is gone`));
    startNext();
  }

  function startNext(): void {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      if (features > 0 && features + expected(next.sighting) > MAX_FEATURES) break;
      queue.shift();
      next.start();
    }
    if (!wasLastGone) return;
    for (const waiting of queue) if (!waiting.isAskedFor) void leaveOutIfGone(waiting);
  }

  async function open(sighting: Sighting, weight: number): Promise<Report> {
    try {
      const report = await catalog.open(sighting);
      note(report);
      wasLastGone = false;
      return report;
    } catch (error) {
      wasLastGone = isUnknown(error);
      throw error;
    } finally {
      features -= weight;
      startNext();
    }
  }

  return {
    ...catalog,
    open: (sighting) =>
      new Promise((resolve, reject) => {
        const start = (): void => {
          const weight = expected(sighting);
          features += weight;
          resolve(open(sighting, weight));
        };
        queue.push({ sighting, start, reject, isAskedFor: false });
        startNext();
      }),
  };
}
