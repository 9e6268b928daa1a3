import { createHash } from "node:crypto";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { ByteCache } from "../cache/byte-cache.js";
import { pathIn } from "../store/path-in.js";
import type { Store } from "../store/store.js";
import { mediaTypeOf } from "./media-type-of.js";
import { type Representation, represent } from "./representation.js";

/** What pages load has one of these at the end of its name; all else in the folder is not served. */
const ENDINGS = /\.(css|js|json|map|woff2)$/;
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 3;
/** The folder is listed again after this long, so that a new build shows without a restart. */
const LISTED_MS = 2000;

/** A build as it is now. */
export interface Build {
  /** Twelve hex digits of the hash of all files: another build has another one. */
  version: string;
  /** By path: `sha384-…`, as `integrity` attributes want it. */
  integrity: Record<string, string>;
}

interface Listing {
  /** By path: when it was written, and its size. */
  files: ReadonlyMap<string, string>;
  build: Promise<Build> | null;
}

/**
 * Files that pages load, from a folder of a build. What may be served is found by listing the folder, so an address
 * is looked up and never becomes a path.
 */
export class StaticFolder {
  #store: Store;
  #cache: ByteCache<Representation>;
  #listing: Promise<Listing> | null = null;
  #listedAt = 0;

  constructor(store: Store, cache: ByteCache<Representation>) {
    this.#store = store;
    this.#cache = cache;
  }

  /** @throws FeaturescopeError `unknown-address` */
  async get(path: string): Promise<Representation> {
    const { files } = await this.#list();
    if (!files.has(path)) {
      const hint = files.size === 0 ? "; the elements are not built: run npm run build" : "";
      throw new FeaturescopeError(
        "unknown-address",
        `no file ${path.slice(0, 200)} among the elements${hint}`,
      );
    }
    const { modified, bytes } = await this.#store.stat(path);
    const { value } = await this.#cache.get(`elements/${path}?${modified}-${bytes}`, async () =>
      represent(await this.#store.get(path, { maxBytes: MAX_BYTES }), mediaTypeOf(path), { quality: 9 }),
    );
    return value;
  }

  /** The build that is in the folder. */
  async build(): Promise<Build> {
    const listing = await this.#list();
    listing.build ??= this.#describe([...listing.files.keys()]);
    return listing.build;
  }

  #list(): Promise<Listing> {
    if (this.#listing === null || this.#listedAt + LISTED_MS < performance.now()) {
      this.#listedAt = performance.now();
      const before = this.#listing;
      this.#listing = this.#look(before).catch(() => ({ files: new Map(), build: null }));
    }
    return this.#listing;
  }

  async #look(before: Promise<Listing> | null): Promise<Listing> {
    // One after the other, a hundred files took seconds beside a catalog that is read at the start.
    const states: Promise<[string, string]>[] = [];
    for await (const path of this.#walk("", 0)) {
      const state = this.#store
        .stat(path)
        .then(({ modified, bytes }): [string, string] => [path, `${modified}-${bytes}`]);
      state.catch(() => undefined);
      states.push(state);
    }
    const files = new Map(await Promise.all(states));
    const last = await before;
    const isSame =
      last?.files.size === files.size && [...files].every(([path, state]) => last.files.get(path) === state);
    return isSame ? last : { files, build: null };
  }

  async *#walk(folder: string, depth: number): AsyncGenerator<string> {
    for await (const { name, type } of this.#store.list(folder)) {
      const path = pathIn(folder, name);
      if (type === "folder" && depth < MAX_DEPTH) yield* this.#walk(path, depth + 1);
      else if (type === "file" && ENDINGS.test(path)) yield path;
    }
  }

  async #describe(paths: readonly string[]): Promise<Build> {
    const integrity: Record<string, string> = {};
    const whole = createHash("sha256");
    for (const path of paths.toSorted()) {
      const body = await this.#store.get(path, { maxBytes: MAX_BYTES });
      integrity[path] = `sha384-${createHash("sha384").update(body).digest("base64")}`;
      whole.update(`${path}\0${integrity[path]}\n`);
    }
    return { version: whole.digest("hex").slice(0, 12), integrity };
  }
}
