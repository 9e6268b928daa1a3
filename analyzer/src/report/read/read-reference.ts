import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FrozenReference } from "../../artifact/index.js";
import { isObjectsAddress } from "../../dataset/download/s3/s3-address.js";
import { startOf } from "../../dataset/file-head.js";
import { readManifest } from "./read-manifest.js";
import {
  decodeReferenceFile,
  isReferenceStart,
  REFERENCE_FILE,
  REFERENCE_START,
  requireOwnReference,
} from "./reference-document.js";

/**
 * Reads a frozen reference: a reference file, or the directory of a report that was made without a reference (its rows are then
 * the reference), here or in an object store.
 * @param source a path, or an address `s3://…`
 * @returns null where it is neither, so that it may be rows
 * @throws FeaturescopeError `input-unreadable` for a report that was compared with a reference itself: it does not hold its own rows
 * frozen; `document-invalid`, `schema-too-new`
 */
export async function readReference(source: string): Promise<FrozenReference | null> {
  if (isObjectsAddress(source)) {
    // Only those who need the client wait for it to load.
    const { readBucketReference } = await import("./read-bucket-reference.js");
    return readBucketReference(source);
  }
  const found = await stat(source).catch(() => null);
  if (found === null) return null;
  if (found.isDirectory()) return readReportReference(source);
  return (await isReferenceFile(source)) ? readReferenceFile(source) : null;
}

/** Whether a file says of itself that it is a reference. */
export async function isReferenceFile(path: string): Promise<boolean> {
  return isReferenceStart(await startOf(path, REFERENCE_START));
}

async function readReportReference(folder: string): Promise<FrozenReference> {
  const { manifest } = await readManifest(folder);
  requireOwnReference(manifest, folder);
  return readReferenceFile(join(folder, REFERENCE_FILE));
}

async function readReferenceFile(file: string): Promise<FrozenReference> {
  return decodeReferenceFile(await readFile(file), file);
}
