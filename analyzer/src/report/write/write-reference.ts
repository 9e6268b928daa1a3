import { stat } from "node:fs/promises";
import { FeaturescopeError } from "../../artifact/index.js";
import { isReferenceFile } from "../read/read-reference.js";
import { writeFileWhole } from "./write-file-whole.js";

/**
 * Writes a reference file. An older reference there is replaced; any other file is refused.
 * @param text of the file, piece by piece
 * @throws FeaturescopeError `invalid-usage` where something else stands in the way, `store-unreachable`
 */
export async function writeReference(file: string, text: AsyncIterable<string>): Promise<void> {
  const older = await stat(file).catch(() => null);
  if (older !== null && older.size > 0 && !(older.isFile() && (await isReferenceFile(file)))) {
    throw new FeaturescopeError(
      "invalid-usage",
      `expected a new file or an older reference at ${file}, found something else; choose another --out`,
    );
  }
  await writeFileWhole(file, text);
}
