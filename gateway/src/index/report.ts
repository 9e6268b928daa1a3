import type { Manifest, ManifestFile } from "@featurescope/analyzer/artifact";

/** A run as the gateway knows it: its manifest, read and checked, and where its files are. */
export interface Report {
  /** The catalog's name of what was read; other content has another id. */
  id: string;
  /** When it became visible, in milliseconds since 1970. */
  publishedAt: number;
  pipelineKey: string;
  /** The run's folder in the store; `""` is the root. */
  path: string;
  manifest: Manifest;
  /** The files that may be served, by path relative to the run's folder. `manifest.json` is among them. */
  files: ReadonlyMap<string, ManifestFile>;
}

/** A file's path in the store. */
export function storePath(report: Report, file: string): string {
  return report.path === "" ? file : `${report.path}/${file}`;
}
