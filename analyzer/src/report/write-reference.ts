import { readFile } from "node:fs/promises";
import { decodeReference, FeaturescopeError, type FrozenReference } from "../artifact/index.js";
import { toJson } from "./to-json.js";
import { writeFileWhole } from "./write-file-whole.js";

/**
 * Writes a reference file. An older reference there is replaced; any other file is refused.
 * @throws FeaturescopeError `invalid-usage` where something else stands in the way, `store-unreachable`
 */
export async function writeReference(file: string, reference: FrozenReference): Promise<void> {
  const older = await readFile(file, "utf8").catch(() => null);
  if (older !== null && older !== "" && !isReference(older)) {
    throw new FeaturescopeError(
      "invalid-usage",
      `expected a new file or an older reference at ${file}, found something else; choose another --out`,
    );
  }
  await writeFileWhole(file, toJson(reference));
}

function isReference(text: string): boolean {
  try {
    decodeReference(JSON.parse(text));
    return true;
  } catch {
    return false;
  }
}
