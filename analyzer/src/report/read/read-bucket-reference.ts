import { codeOf, decodeManifest, type FrozenReference } from "../../artifact/index.js";
import { BucketReader } from "../../bucket/bucket-reader.js";
import { readStore } from "../../dataset/download/s3/read-store.js";
import { isPattern, readObjectsAddress } from "../../dataset/download/s3/s3-address.js";
import { s3Error } from "../../dataset/download/s3/s3-error.js";
import { decodeText } from "./decode-text.js";
import {
  decodeReferenceFile,
  isReferenceStart,
  REFERENCE_FILE,
  REFERENCE_START,
  requireOwnReference,
} from "./reference-document.js";

/** Reads a frozen reference from the object store that the environment names, see `readReference`. */
export async function readBucketReference(address: string): Promise<FrozenReference | null> {
  const place = readObjectsAddress(address);
  const { key, root } = place;
  if (isPattern(key)) return null;
  const store = readStore(place, process.env);
  const reader = new BucketReader(store, place.bucket);
  const read = (name: string, most?: number): Promise<Buffer | null> =>
    reader.start(name, most).catch((error: unknown) => {
      // AWS refuses what is not there to who may not list.
      if (["NoSuchKey", "AccessDenied"].includes(codeOf(error))) return null;
      throw s3Error(place, store, error);
    });
  const isFolder = key === "" || key.endsWith("/");
  const start = isFolder ? null : await read(key, REFERENCE_START);
  // SeaweedFS answers for a folder as for an empty object.
  if (start !== null && start.length > 0) {
    const whole = isReferenceStart(start) ? await read(key) : null;
    return whole === null ? null : decodeReferenceFile(whole, address);
  }
  const folder = isFolder ? key : `${key}/`;
  const text = (await read(`${folder}manifest.json`))?.toString("utf8") ?? "";
  // Others' folders of rows have manifests as well.
  if (!/"schemaVersion"\s*:/.test(text)) return null;
  const manifest = decodeText(decodeManifest, text, `${root}${folder}manifest.json`);
  requireOwnReference(manifest, address);
  const file = `${folder}${REFERENCE_FILE}`;
  return decodeReferenceFile((await read(file)) ?? Buffer.alloc(0), root + file);
}
