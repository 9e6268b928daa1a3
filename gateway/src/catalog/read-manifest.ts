import { FeaturescopeError, type LogEntry, decodeManifest, keyOf } from "@featurescope/analyzer/artifact";
import { FeaturePacker } from "../index/feature-packer.js";
import type { Report } from "../index/report.js";
import { RunFiles } from "../index/run-files.js";
import { sha256 } from "../sha256.js";
import { pathIn } from "../store/path-in.js";
import type { Store } from "../store/store.js";
import { cutLists } from "./cut-lists.js";
import { parseItems, parseJson } from "./parse-json.js";

/** Room for ten thousand features. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Features or files that are checked at a time, some ten milliseconds; requests are answered in between. */
const SLICE = 100;

/** What a manifest says of its report. */
export type ReadManifest = Omit<Report, "id" | "publishedAt" | "path">;

/** What was noted of a report beside it: in the log, or in ML Metadata. */
export type NotedReport = Pick<LogEntry, "run" | "pipeline" | "manifestSha256">;

/** Path of `manifest.json` in a run's folder; `""` is the root. */
export const manifestPath = (folder: string): string => pathIn(folder, "manifest.json");

/** Bytes of `manifest.json` in a run's folder, unchecked. @throws FeaturescopeError as {@link Store.get} does */
export function manifestBytes(store: Store, folder: string): Promise<Buffer> {
  return store.get(manifestPath(folder), { maxBytes: MAX_BYTES });
}

/** Manifests that each have a part of one's features or files; others have their turn in between. */
async function* decodeParts(
  document: unknown,
  field: "features" | "files",
  parts: readonly Buffer[],
  path: string,
) {
  for (const part of parts) {
    await new Promise((resolve) => setImmediate(resolve));
    yield decodeManifest({ ...Object(document), features: [], files: [], [field]: parseItems(part, path) });
  }
}

/**
 * Checks the bytes of a manifest and gives what it says.
 * @param noted what it must agree with; null where nothing was noted
 * @throws FeaturescopeError as decoders do
 */
export async function openManifest(
  bytes: Buffer,
  folder: string,
  noted: NotedReport | null,
): Promise<ReadManifest> {
  const path = manifestPath(folder);
  const hash = sha256(bytes);
  if (noted !== null && hash !== noted.manifestSha256) {
    throw new FeaturescopeError(
      "document-invalid",
      `${path}: expected the SHA-256 ${noted.manifestSha256} that was noted for it, found ${hash}`,
    );
  }
  const { head, lists } = cutLists(bytes, ["features", "files"], SLICE);
  const document = parseJson(head, path);
  const { features: rows, files: listed, ...manifest } = decodeManifest(document);
  if (noted !== null && (manifest.run !== noted.run || manifest.pipeline !== noted.pipeline)) {
    throw new FeaturescopeError(
      "document-invalid",
      `${path}: expected run ${noted.run} of pipeline ${noted.pipeline} that was noted for it, found run ${manifest.run} of ${manifest.pipeline}`,
    );
  }
  const packer = new FeaturePacker();
  for (const row of rows) packer.add(row);
  for await (const part of decodeParts(document, "features", lists.get("features") ?? [], path)) {
    for (const row of part.features) packer.add(row);
  }
  const features = packer.pack();
  const { names, keys } = features.names;
  if (new Set(keys).size < keys.length || new Set(names).size < names.length) {
    throw new FeaturescopeError("document-invalid", `${path}: expected each feature once, found one twice`);
  }
  const files = new RunFiles({ path: "manifest.json", sha256: hash, bytes: bytes.length }, features);
  for (const file of listed) files.add(file);
  for await (const part of decodeParts(document, "files", lists.get("files") ?? [], path)) {
    for (const file of part.files) files.add(file);
  }
  const createdAt = Date.parse(manifest.createdAt);
  return { pipelineKey: keyOf(manifest.pipeline, sha256), createdAt, manifest, features, files };
}
