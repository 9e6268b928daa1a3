import { createHash } from "node:crypto";
import {
  FEATURE_FILES,
  FeaturescopeError,
  type Manifest,
  type ManifestFeature,
  type ManifestFile,
  decodeManifest,
  featurePath,
} from "@featurescope/analyzer/artifact";
import type { Store } from "../store/store.js";
import { parseJson } from "./parse-json.js";

/** Room for ten thousand features. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Features that are checked at a time, some ten milliseconds; requests are answered in between. */
const SLICE = 500;

/** A manifest with the list of what may be served of its run. */
export interface ReadManifest {
  manifest: Manifest;
  files: Map<string, ManifestFile>;
}

/** Files that the manifest lists and the contract knows, and the manifest itself. */
function servableFiles(
  features: readonly ManifestFeature[],
  listed: readonly ManifestFile[],
  own: ManifestFile,
): Map<string, ManifestFile> {
  const byPath = new Map(listed.map((file) => [file.path, file]));
  const files = new Map([[own.path, own]]);
  for (const { key } of features) {
    for (const name of FEATURE_FILES) {
      const file = byPath.get(`${featurePath(key)}/${name}`);
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

/** The document with a part of its features and files each time; what is no manifest is given as it is. */
function* slicesOf(document: unknown): Generator {
  const { features, files } = Object(document) as Record<string, unknown>;
  if (!Array.isArray(features) || !Array.isArray(files) || features.length <= SLICE) {
    yield document;
    return;
  }
  const slices = Math.ceil(features.length / SLICE);
  const filesEach = Math.ceil(files.length / slices);
  for (let at = 0; at < slices; at++) {
    yield {
      ...(document as object),
      features: features.slice(at * SLICE, (at + 1) * SLICE),
      files: files.slice(at * filesEach, (at + 1) * filesEach),
    };
  }
}

/** Decodes a document, its list of files apart, and lets others have their turn meanwhile. */
async function decodeSlices(document: unknown): Promise<{ manifest: Manifest; listed: ManifestFile[] }> {
  let manifest: Manifest | undefined;
  const listed: ManifestFile[] = [];
  for (const slice of slicesOf(document)) {
    if (manifest !== undefined) await new Promise((resolve) => setImmediate(resolve));
    const { files, ...rest } = decodeManifest(slice);
    listed.push(...files);
    // Of thousands of manifests the plain copy is kept: V8 gives objects that JSON.parse makes a third of the memory of
    // those that a decoder fills.
    const part = JSON.parse(JSON.stringify({ ...rest, files: [] })) as Manifest;
    if (manifest === undefined) manifest = part;
    else manifest.features.push(...part.features);
  }
  return { manifest: manifest!, listed };
}

/**
 * Checks the bytes of a manifest and gives what it says. Only headline figures are kept; the list of files is the larger part.
 * @param expectedSha256 hash that the bytes must have; null where nothing vouches for them
 * @throws FeaturescopeError as decoders do
 */
export async function openManifest(
  bytes: Buffer,
  folder: string,
  expectedSha256: string | null,
): Promise<ReadManifest> {
  const path = pathIn(folder);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (expectedSha256 !== null && sha256 !== expectedSha256) {
    throw new FeaturescopeError(
      "document-invalid",
      `${path}: expected the SHA-256 ${expectedSha256} that was noted for it, found ${sha256}`,
    );
  }
  const { manifest, listed } = await decodeSlices(parseJson(bytes, path));
  const { features } = manifest;
  const keys = new Set(features.map(({ key }) => key));
  const names = new Set(features.map(({ name }) => name));
  if (keys.size < features.length || names.size < features.length) {
    throw new FeaturescopeError("document-invalid", `${path}: expected each feature once, found one twice`);
  }
  const own = { path: "manifest.json", sha256, bytes: bytes.length };
  return { manifest, files: servableFiles(features, listed, own) };
}
