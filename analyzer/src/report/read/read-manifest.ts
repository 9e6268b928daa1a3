import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FeaturescopeError, type Manifest, decodeManifest } from "../../artifact/index.js";
import { sha256 } from "../sha256.js";
import { decodeText } from "./decode-text.js";

/** A manifest with the checksum of the bytes that it was read from. */
export interface ReadManifest {
  manifest: Manifest;
  /** Hex SHA-256 of the file's bytes. */
  sha256: string;
}

/**
 * Reads the manifest of a report directory.
 * @throws FeaturescopeError `input-unreadable` where there is none, `document-invalid`, `schema-too-new`
 */
export async function readManifest(folder: string): Promise<ReadManifest> {
  const file = join(folder, "manifest.json");
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new FeaturescopeError(
      "input-unreadable",
      `expected a report at ${folder}, found no manifest.json; name a folder that \`featurescope analyze\` wrote`,
      { cause },
    );
  }
  return { manifest: decodeText(decodeManifest, bytes.toString("utf8"), file), sha256: sha256(bytes) };
}
