import { createHash } from "node:crypto";
import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { codeOf, FeaturescopeError, type Manifest, type ManifestFile } from "../../artifact/index.js";
import { readManifest } from "../read/read-manifest.js";
import { REFERENCE_FILE } from "../read/reference-document.js";
import { cannotWrite } from "./cannot-write.js";
import { partialPathOf, removePartial } from "./partial-paths.js";
import { toJson } from "./to-json.js";

/** Everything at the top of a report; a folder that holds anything else is not replaced. */
const OWN_NAMES = new Set(["manifest.json", "features", "summary.md", "summary.csv", REFERENCE_FILE]);

/**
 * A report that is being written. Files go into a hidden sibling folder; {@link commit} writes the manifest last and renames
 * the whole, so that a half-written report is never seen. An older report at the same place is replaced; any other
 * folder that is not empty is refused.
 */
export class ReportFolder {
  readonly path: string;
  readonly #partial: string;
  readonly #files: ManifestFile[] = [];

  private constructor(path: string, partial: string) {
    this.path = path;
    this.#partial = partial;
  }

  /** @throws FeaturescopeError `invalid-usage` where something else stands in the way, `store-unreachable` */
  static async create(out: string): Promise<ReportFolder> {
    const path = resolve(out);
    await refuseForeign(path);
    const partial = partialPathOf(path);
    try {
      await mkdir(dirname(path), { recursive: true });
      await mkdir(partial);
    } catch (error) {
      throw cannotWrite(path, error);
    }
    return new ReportFolder(path, partial);
  }

  /** @param path relative to the report, with `/` @param content whole, or piece by piece */
  async write(path: string, content: string | Uint8Array | AsyncIterable<string>): Promise<void> {
    const target = join(this.#partial, path);
    const hash = createHash("sha256");
    let bytes = 0;
    try {
      await mkdir(dirname(target), { recursive: true });
      if (typeof content === "string" || content instanceof Uint8Array) {
        await writeFile(target, content);
        hash.update(content);
        bytes = Buffer.byteLength(content);
      } else {
        await writeFile(
          target,
          counted(content, (piece) => {
            hash.update(piece);
            bytes += Buffer.byteLength(piece);
          }),
        );
      }
    } catch (error) {
      throw cannotWrite(join(this.path, path), error);
    }
    this.#files.push({ path, sha256: hash.digest("hex"), bytes });
  }

  /** Writes the manifest over all files so far, in the order of their paths, and puts the report in its place. */
  async commit(manifestOf: (files: ManifestFile[]) => Manifest): Promise<Manifest> {
    const manifest = manifestOf(this.#files.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
    await this.write("manifest.json", toJson(manifest));
    await refuseForeign(this.path);
    const old = partialPathOf(this.path);
    try {
      const isReplaced = await rename(this.path, old).then(
        () => true,
        () => false,
      );
      await rename(this.#partial, this.path).catch(async (error: unknown) => {
        if (isReplaced) await rename(old, this.path);
        throw error;
      });
    } catch (error) {
      throw cannotWrite(this.path, error);
    } finally {
      removePartial(old);
    }
    return manifest;
  }

  /** Removes what was not committed. */
  discard(): void {
    removePartial(this.#partial);
  }
}

async function* counted(
  pieces: AsyncIterable<string>,
  count: (piece: string) => void,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    count(piece);
    yield piece;
  }
}

async function refuseForeign(path: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    if (codeOf(error) === "ENOTDIR") {
      throw new FeaturescopeError(
        "invalid-usage",
        `expected a folder for the report at ${path}, found a file; choose another --out`,
      );
    }
    throw cannotWrite(path, error);
  }
  if (names.length === 0) return;
  const foreign = names.find((name) => !OWN_NAMES.has(name));
  const isReport = foreign === undefined && (await readManifest(path).catch(() => null)) !== null;
  if (isReport) return;
  throw new FeaturescopeError(
    "invalid-usage",
    `expected a new folder or an older report at ${path}, found ${foreign ?? "files without a manifest"} in it; choose another --out, e.g. ${join(path, "report")}`,
  );
}
