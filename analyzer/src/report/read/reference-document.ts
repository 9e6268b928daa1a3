import {
  decodeReference,
  FeaturescopeError,
  type FrozenReference,
  type Manifest,
} from "../../artifact/index.js";
import { decodeText } from "./decode-text.js";

/** Name of the file in a report made without a reference that freezes the report's own rows. */
export const REFERENCE_FILE = "reference.json";

/** So many first bytes tell whether a file is a reference, however its JSON is laid out. */
export const REFERENCE_START = 1024;

/** Whether a file says of itself, in its first {@link REFERENCE_START} bytes, that it is a reference. */
export function isReferenceStart(bytes: Buffer): boolean {
  return /"type"\s*:\s*"featurescope-reference"/.test(bytes.toString("utf8"));
}

/** @throws FeaturescopeError `document-invalid`, `schema-too-new`, with the file's name */
export function decodeReferenceFile(bytes: Buffer, file: string): FrozenReference {
  return decodeText(decodeReference, bytes.toString("utf8"), file);
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
