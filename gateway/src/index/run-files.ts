import { FEATURE_FILES, type ManifestFile, featurePath } from "@featurescope/analyzer/artifact";
import type { RunFeatures } from "./run-features.js";

const HASH_BYTES = 32;
const LENGTH_BYTES = 6;
const ENTRY_BYTES = HASH_BYTES + LENGTH_BYTES;
/** No file may be as long. */
const MAX_LENGTH = 2 ** (8 * LENGTH_BYTES) - 2;

/**
 * The files of a run that may be served: those that the manifest lists and the contract knows, and the manifest itself.
 * A hash and a length for each, where paths and hex digits in objects take ten times as much.
 */
export class RunFiles {
  #own: ManifestFile;
  #features: RunFeatures;
  /** By name a hash and a length for each feature; the length is one more than it is, and 0 where there is no file. */
  #entries = new Map<string, Buffer>();

  /** @param own `manifest.json` itself */
  constructor(own: ManifestFile, features: RunFeatures) {
    this.#own = own;
    this.#features = features;
  }

  /** Memory that they take. */
  get bytes(): number {
    return this.#entries.size * this.#features.size * ENTRY_BYTES;
  }

  /** Adds a file that the manifest lists, if it may be served. */
  add({ path, sha256, bytes }: ManifestFile): void {
    const [row, name] = this.#placeOf(path);
    if (row === null) return;
    const entries = this.#entries.get(name) ?? Buffer.alloc(this.#features.size * ENTRY_BYTES);
    this.#entries.set(name, entries);
    entries.write(sha256, row * ENTRY_BYTES, "hex");
    const length = Math.min(bytes, MAX_LENGTH) + 1;
    entries.writeUIntBE(length, row * ENTRY_BYTES + HASH_BYTES, LENGTH_BYTES);
  }

  /** By path relative to the run's folder. */
  get(path: string): ManifestFile | undefined {
    if (path === this.#own.path) return this.#own;
    const [row, name] = this.#placeOf(path);
    const entries = this.#entries.get(name);
    if (row === null || entries === undefined) return undefined;
    const at = row * ENTRY_BYTES;
    const length = entries.readUIntBE(at + HASH_BYTES, LENGTH_BYTES);
    if (length === 0) return undefined;
    return { path, sha256: entries.toString("hex", at, at + HASH_BYTES), bytes: length - 1 };
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  /** Paths of all, the manifest's first. */
  *paths(): Generator<string> {
    yield this.#own.path;
    for (const key of this.#features.names.keys) {
      for (const name of this.#entries.keys()) {
        const path = `${featurePath(key)}/${name}`;
        if (this.has(path)) yield path;
      }
    }
  }

  /** Feature and name of a file; no feature where it may not be served. */
  #placeOf(path: string): [row: number | null, name: string] {
    const [, key = "", name = ""] = /^features\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
    const isKnown = FEATURE_FILES.some((each) => each === name);
    return [isKnown ? this.#features.names.rowOfKey(key) : null, name];
  }
}
