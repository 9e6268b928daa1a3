import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { cannotWrite } from "./cannot-write.js";
import { partialPathOf, removePartial } from "./partial-paths.js";

/**
 * Writes a file so that a reader sees the old content or the new, never a part. Makes its folder.
 * @throws FeaturescopeError `store-unreachable`
 */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  const partial = partialPathOf(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(partial, content);
    await rename(partial, path);
  } catch (error) {
    throw cannotWrite(path, error);
  } finally {
    removePartial(partial);
  }
}
