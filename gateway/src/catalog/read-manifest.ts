import { createHash } from "node:crypto";
import {
  FEATURE_FILES,
  FeaturescopeError,
  type Manifest,
  type ManifestFile,
  decodeManifest,
  featurePath,
} from "@featurescope/analyzer/artifact";
import type { Store } from "../store/store.js";
import { parseJson } from "./parse-json.js";

/** Room for ten thousand features. */
const MAX_BYTES = 64 * 1024 * 1024;

/** A manifest with the list of what may be served of its run. */
export interface ReadManifest {
  manifest: Manifest;
  files: Map<string, ManifestFile>;
}

/** Files that the manifest lists and the contract knows, and the manifest itself. */
function servableFiles(manifest: Manifest, own: ManifestFile): Map<string, ManifestFile> {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const files = new Map([[own.path, own]]);
  for (const { key } of manifest.features) {
    for (const name of FEATURE_FILES) {
      const file = listed.get(`${featurePath(key)}/${name}`);
      if (file !== undefined) files.set(file.path, file);
    }
  }
  return files;
}

const pathIn = (folder: string): string => (folder === "" ? "manifest.json" : `${folder}/manifest.json`);

/** Bytes of `manifest.json` in a run's folder, unchecked. @throws FeaturescopeError as {@link Store.get} does */
export function manifestBytes(store: Store, folder: string): Promise<Buffer> {
  return store.get(pathIn(folder), { maxBytes: MAX_BYTES });
}

/**
 * Checks the bytes of a manifest and gives what it says.
 * @param expectedSha256 hash that the bytes must have; null where nothing vouches for them
 * @throws FeaturescopeError as decoders do
 */
export function openManifest(bytes: Buffer, folder: string, expectedSha256: string | null): ReadManifest {
  const path = pathIn(folder);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (expectedSha256 !== null && sha256 !== expectedSha256) {
    throw new FeaturescopeError(
      "document-invalid",
      `${path}: expected the SHA-256 ${expectedSha256} of its log entry, found ${sha256}`,
    );
  }
  const manifest = decodeManifest(parseJson(bytes, path));
  const { features } = manifest;
  const keys = new Set(features.map(({ key }) => key));
  const names = new Set(features.map(({ name }) => name));
  if (keys.size < features.length || names.size < features.length) {
    throw new FeaturescopeError("document-invalid", `${path}: expected each feature once, found one twice`);
  }
  const own = { path: "manifest.json", sha256, bytes: bytes.length };
  // From here on only headline figures are needed, and the list of files is the larger part. Of thousands of manifests
  // the plain copy is kept: V8 gives objects that JSON.parse makes a third of the memory of those that a decoder fills.
  const kept = JSON.parse(JSON.stringify({ ...manifest, files: [] })) as Manifest;
  return { manifest: kept, files: servableFiles(manifest, own) };
}
