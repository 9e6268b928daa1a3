import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { ByteCache } from "../cache/byte-cache.js";
import type { Store } from "../store/store.js";
import { type Representation, represent } from "./representation.js";

const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  map: "application/json; charset=utf-8",
  json: "application/json; charset=utf-8",
  woff2: "font/woff2",
};
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 3;
/** The folder is listed again after this long, so that a new build shows without a restart. */
const LISTED_MS = 2000;

/**
 * Files that pages load, from a folder of a build. What may be served is found by listing the folder, so an address
 * is looked up and never becomes a path.
 */
export class StaticFolder {
  #store: Store;
  #cache: ByteCache<Representation>;
  #files: Promise<ReadonlySet<string>> | null = null;
  #listedAt = 0;

  constructor(store: Store, cache: ByteCache<Representation>) {
    this.#store = store;
    this.#cache = cache;
  }

  /** @throws FeaturescopeError `unknown-address` */
  async get(path: string): Promise<Representation> {
    const type = TYPES[path.slice(path.lastIndexOf(".") + 1)];
    const files = await this.#list();
    if (type === undefined || !files.has(path)) {
      const hint = files.size === 0 ? "; the elements are not built: run npm run build" : "";
      throw new FeaturescopeError(
        "unknown-address",
        `no file ${path.slice(0, 200)} among the elements${hint}`,
      );
    }
    const { modified, bytes } = await this.#store.stat(path);
    const { value } = await this.#cache.get(`elements/${path}?${modified}-${bytes}`, async () =>
      represent(await this.#store.get(path, { maxBytes: MAX_BYTES }), type, 9),
    );
    return value;
  }

  #list(): Promise<ReadonlySet<string>> {
    if (this.#files === null || this.#listedAt + LISTED_MS < Date.now()) {
      this.#listedAt = Date.now();
      this.#files = this.#walk().catch(() => new Set());
    }
    return this.#files;
  }

  async #walk(folder = "", found = new Set<string>(), depth = 0): Promise<Set<string>> {
    for await (const { name, type } of this.#store.list(folder)) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (type === "file") found.add(path);
      else if (depth < MAX_DEPTH) await this.#walk(path, found, depth + 1);
    }
    return found;
  }
}
