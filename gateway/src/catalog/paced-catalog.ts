import type { Report } from "../index/report.js";
import type { Catalog, Sighting } from "./catalog.js";

/** Features of all manifests that are read at a time: one of ten thousand has 27 MB. */
const MAX_FEATURES = 10_000;

/** A report that waits to be opened. */
interface Waiting {
  sighting: Sighting;
  start: () => void;
}

/**
 * A catalog around a catalog that opens few reports at a time where they have many features. How many one has is taken from
 * the last of its pipeline, or else from the widest so far; the very first is opened alone.
 */
export function pacedCatalog(catalog: Catalog): Catalog {
  const widths = new Map<string, number>();
  let widest: number | null = null;
  let features = 0;
  const queue: Waiting[] = [];

  function expected({ of }: Sighting): number {
    const known = of === null ? undefined : widths.get(of.pipelineKey);
    return Math.min(MAX_FEATURES, known ?? widest ?? MAX_FEATURES);
  }

  function note({ pipelineKey, features: { size } }: Report): void {
    widths.set(pipelineKey, size);
    widest = Math.max(widest ?? 0, size);
  }

  function startNext(): void {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      if (features > 0 && features + expected(next.sighting) > MAX_FEATURES) return;
      queue.shift();
      next.start();
    }
  }

  async function open(sighting: Sighting, weight: number): Promise<Report> {
    try {
      const report = await catalog.open(sighting);
      note(report);
      return report;
    } finally {
      features -= weight;
      startNext();
    }
  }

  return {
    ...catalog,
    open: (sighting) =>
      new Promise((resolve) => {
        const start = (): void => {
          const weight = expected(sighting);
          features += weight;
          resolve(open(sighting, weight));
        };
        queue.push({ sighting, start });
        startNext();
      }),
  };
}
