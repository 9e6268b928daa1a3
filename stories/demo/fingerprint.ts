import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

async function* filesOf(path: string): AsyncGenerator<string> {
  if ((await stat(path)).isFile()) {
    yield path;
    return;
  }
  for (const name of (await readdir(path)).sort()) yield* filesOf(join(path, name));
}

/**
 * Hash of files, so that nothing is made twice while nothing changed. Of folders, all programs and data count;
 * build records and source maps do not.
 * @returns 64 hex digits
 */
export async function fingerprint(...paths: string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    for await (const file of filesOf(path)) {
      if (/\.(js|json|ya?ml|csv|parquet|html)$/.test(file)) hash.update(await readFile(file));
    }
  }
  return hash.digest("hex");
}
