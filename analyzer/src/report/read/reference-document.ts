import {
  decodeReference,
  FeaturescopeError,
  type FrozenReference,
  type Manifest,
} from "../../artifact/index.js";
import { sha256 } from "../sha256.js";
import { decodeText } from "./decode-text.js";

/** Name of the file in a report made without a reference that freezes the report's own rows. */
export const REFERENCE_FILE = "reference.json";

/** So many first bytes tell whether a file is a reference, however its JSON is laid out. */
export const REFERENCE_START = 1024;

/**
 * Whether a file says of itself, in its first {@link REFERENCE_START} bytes, that it is a reference, or that Featurescope wrote it: a
 * reference whose type was edited, or whose fields were sorted, is not a table of one row either.
 */
export function isReferenceStart(bytes: Buffer): boolean {
  return /"type"\s*:\s*"featurescope-reference"|"analyzer"\s*:\s*\{\s*"version"\s*:/.test(
    bytes.toString("utf8"),
  );
}

/**
 * Editors of Windows write a mark before the text, which is none of it.
 * @throws FeaturescopeError `document-invalid`, `schema-too-new`, with the file's name and what to do
 */
export function decodeReferenceFile(bytes: Buffer, file: string): FrozenReference {
  return decodeText(decodeOrAdvise, new TextDecoder().decode(bytes), file);
}

function decodeOrAdvise(json: unknown): FrozenReference {
  try {
    return decodeReference(json, sha256);
  } catch (cause) {
    if (!(cause instanceof FeaturescopeError) || cause.code !== "document-invalid") throw cause;
    throw new FeaturescopeError(
      cause.code,
      `${cause.message}; a reference is not edited: take the file as \`featurescope reference\` wrote it, or freeze its rows anew`,
      { cause },
    );
  }
}

/**
 * Makes sure that a report holds its own rows frozen.
 * @param place of the report, for messages
 * @throws FeaturescopeError `input-unreadable` for one that was compared with a reference itself
 */
export function requireOwnReference({ files, reference }: Manifest, place: string): void {
  if (files.some(({ path }) => path === REFERENCE_FILE)) return;
  throw new FeaturescopeError(
    "input-unreadable",
    `expected a report made without a reference at ${place}, found one that was compared with ${reference?.source ?? "another"}; pass its rows, or a file of \`featurescope reference\``,
  );
}
