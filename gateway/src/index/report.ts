import type { Manifest } from "@featurescope/analyzer/artifact";
import { pathIn } from "../store/path-in.js";
import type { RunFeatures } from "./run-features.js";
import type { RunFiles } from "./run-files.js";

/** What a manifest says of the run as a whole. */
export type ManifestHead = Omit<Manifest, "files" | "features">;

/** A run as the gateway knows it: its manifest, read and checked, and where its files are. */
export interface Report {
  /** The catalog's name of what was read; other content has another id. */
  id: string;
  /** When it became visible, in milliseconds since 1970. */
  publishedAt: number;
  pipelineKey: string;
  /** The manifest's `createdAt` in milliseconds since 1970. */
  createdAt: number;
  /** The run's folder in the store; `""` is the root. */
  path: string;
  manifest: ManifestHead;
  features: RunFeatures;
  /** The files that may be served, by path relative to the run's folder. `manifest.json` is among them. */
  files: RunFiles;
}

/** About how much memory a report takes beside what it shares with another. */
export function bytesOf({ features, files }: Report): number {
  return features.bytes + files.bytes;
}

/** A file's path in the store. */
export function storePath(report: Report, file: string): string {
  return pathIn(report.path, file);
}
