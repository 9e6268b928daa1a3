import { summaryCounts } from "../report/summary/summary-counts.js";
import type { WrittenRun } from "../report/write/write-run.js";

/** An analysis in short for `--json`: identity, place, counts, and each feature's verdict and index. */
export function outcomeOf({ folder, manifest, warnings }: WrittenRun): object {
  const { pipeline, run, createdAt, window, dataset, reference, features } = manifest;
  return {
    folder,
    pipeline,
    run,
    createdAt,
    window,
    rows: dataset.rows,
    skippedRows: dataset.skippedRows,
    referenceId: reference?.id ?? null,
    counts: summaryCounts(features),
    features: features.map(({ name, status, verdict, populationStabilityIndex }) => ({
      name,
      status,
      verdict,
      populationStabilityIndex,
    })),
    warnings,
  };
}
