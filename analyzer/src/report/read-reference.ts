import { open, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeReference, FeaturescopeError, type FrozenReference } from "../artifact/index.js";
import { decodeText, readManifest } from "./read-manifest.js";

/** Name of the file in a report made without a reference that freezes the report's own rows. */
export const REFERENCE_FILE = "reference.json";

const MARK = /"type"\s*:\s*"featurescope-reference"/;

/**
 * Reads a frozen reference: a reference file, or the directory of a report that was made without a reference (its rows are then
 * the reference).
 * @returns null where the path is neither, so that it may be rows
 * @throws FeaturescopeError `input-unreadable` for a report that was compared with a reference itself: it does not hold its own rows
 * frozen; `document-invalid`, `schema-too-new`
 */
export async function readReference(path: string): Promise<FrozenReference | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (found.isDirectory()) return readReportReference(path);
  return (await isReferenceFile(path)) ? decodeFile(path) : null;
}

/** Whether a file says of itself that it is a reference. */
export async function isReferenceFile(path: string): Promise<boolean> {
  return MARK.test(await firstText(path));
}

async function readReportReference(folder: string): Promise<FrozenReference> {
  const { manifest } = await readManifest(folder);
  if (manifest.files.some((file) => file.path === REFERENCE_FILE))
    return decodeFile(join(folder, REFERENCE_FILE));
  throw new FeaturescopeError(
    "input-unreadable",
    `expected a report made without a reference at ${folder}, found one that was compared with ${manifest.reference?.source ?? "another"}; pass its rows, or a file of \`featurescope reference\``,
  );
}

async function decodeFile(file: string): Promise<FrozenReference> {
  return decodeText(decodeReference, await readFile(file, "utf8"), file);
}

/** The first 1,024 bytes as text: enough for the mark, however the JSON is laid out. */
async function firstText(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
