import type { Manifest, ManifestFeature, ManifestFile } from "../../artifact/index.js";
import { ANALYZER_VERSION } from "../analyzer-version.js";
import type { Run } from "./run.js";

/** The manifest of a run over all its features and files. */
export function manifestOf(run: Run, features: ManifestFeature[], files: ManifestFile[]): Manifest {
  const { reference } = run;
  return {
    ...run.identity,
    dataset: { source: run.source, rows: run.rows, skippedRows: run.skippedRows },
    reference:
      reference === null
        ? null
        : { id: reference.id, source: reference.source, rows: reference.rows, window: reference.window },
    analyzer: { version: ANALYZER_VERSION },
    thresholds: run.configuration.thresholds,
    note: run.configuration.note,
    files,
    features,
  };
}
