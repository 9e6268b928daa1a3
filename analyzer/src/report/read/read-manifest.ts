import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FeaturescopeError, type Manifest, decodeManifest } from "../../artifact/index.js";
import { sha256 } from "../sha256.js";

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

/** JSON of a file, @throws FeaturescopeError `document-invalid` with the file's name */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // It quotes the text, which may be of several lines.
    const found = String(cause).replaceAll(/\s+/g, " ");
    throw new FeaturescopeError(
      "document-invalid",
      `expected JSON in ${file}, found: ${found}; copy it here again, or write it anew`,
      { cause },
    );
  }
}

/** A document of a file. @throws FeaturescopeError `document-invalid`, `schema-too-new`, with the file's name */
export function decodeText<Document>(
  decode: (json: unknown) => Document,
  text: string,
  file: string,
): Document {
  const json = parseJson(text, file);
  try {
    return decode(json);
  } catch (cause) {
    if (!(cause instanceof FeaturescopeError)) throw cause;
    throw new FeaturescopeError(cause.code, `${file}: ${cause.message}`, { cause });
  }
}
