import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  FeaturescopeError,
  keyOf,
  type LogEntry,
  type Manifest,
  type ManifestFile,
} from "../artifact/index.js";
import { readManifest } from "../report/read/read-manifest.js";
import { sha256 } from "../report/sha256.js";

/** A report on this machine that is to be published. */
export interface Publishable {
  /** Its directory. */
  folder: string;
  manifest: Manifest;
  /** Of the manifest's bytes, as hex. */
  manifestSha256: string;
  pipelineKey: string;
}

/** A report that a store has now. */
export interface Publication {
  pipeline: string;
  run: string;
  /** Its folder in the store. */
  folder: string;
  /** False where the store had it already. */
  isNew: boolean;
}

/**
 * Puts a report into a store: its files, the manifest last, then the entry of the commit log that makes it visible.
 * Whatever interrupts it, doing it again completes it; doing it twice changes nothing.
 *
 * @throws FeaturescopeError `document-invalid` where the report is not whole, `run-exists` where the store has other
 * content under the same id, `store-unreachable`
 */
export type PublishTarget = (report: Publishable) => Promise<Publication>;

/** @throws FeaturescopeError `input-unreadable` where there is no report, `document-invalid`, `schema-too-new` */
export async function readPublishable(folder: string): Promise<Publishable> {
  const { manifest, sha256: manifestSha256 } = await readManifest(folder);
  return { folder, manifest, manifestSha256, pipelineKey: keyOf(manifest.pipeline, sha256) };
}

/** What the manifest lists, without the manifest itself. */
export function filesOf({ manifest }: Publishable): ManifestFile[] {
  return manifest.files.filter(({ path }) => path !== "manifest.json");
}

/**
 * Bytes of a report's file, checked.
 * @param path relative to the report; `manifest.json` is one
 * @throws FeaturescopeError `document-invalid` where they are not what the manifest lists
 */
export async function readListed(report: Publishable, path: string, expected: string): Promise<Buffer> {
  const file = join(report.folder, path);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new FeaturescopeError(
      "document-invalid",
      `expected ${file}, which the manifest lists, found a file that cannot be read; analyse again`,
      { cause },
    );
  });
  if (sha256(bytes) === expected) return bytes;
  throw new FeaturescopeError(
    "document-invalid",
    `expected ${file} with the manifest's checksum, found other content; analyse again`,
  );
}

/** The entry of the commit log for a report that lies at `path` in the store. */
export function logEntryOf({ manifest, manifestSha256 }: Publishable, path: string): LogEntry {
  const { schemaVersion, pipeline, run, createdAt, window } = manifest;
  return { schemaVersion, pipeline, run, createdAt, window, path, manifestSha256 };
}

/** The error of a run that is there already, with other content. */
export function runExists({ manifest }: Publishable, folder: string): FeaturescopeError {
  return new FeaturescopeError(
    "run-exists",
    `expected run ${manifest.run} to be new, found it at ${folder} with other content; a published run never changes: analyse again under another --run`,
  );
}
