/** An object or a folder of a store. */
export interface StoreEntry {
  /** Last part of its path, without a slash. */
  name: string;
  type: "file" | "folder";
}

/** What a store says of an object without giving its bytes. */
interface StoreStat {
  bytes: number;
  /** When it was last written, in milliseconds since 1970, by the store's clock. */
  modified: number;
}

/**
 * Reads objects. Paths are relative to the store's root, with `/` between parts; a path with an empty, `.` or `..`
 * part is refused, so nothing outside the root can be named. Nothing is ever written.
 *
 * Every method throws a FeaturescopeError: `unknown-file` where there is no such object, `document-invalid` where it
 * may not be read for what it is (too large, a link), `store-unreachable` for all else.
 */
export interface Store {
  /** Where it reads from, for logs; without secrets. */
  readonly address: string;
  /** What is in a folder: files ascending by name, folders anywhere among them; empty for a folder that is not there. `""` is the root. */
  list(folder: string): AsyncIterable<StoreEntry>;
  /** All bytes of an object, `maxBytes` at most. */
  get(path: string, limits: { maxBytes: number }): Promise<Buffer>;
  stat(path: string): Promise<StoreStat>;
}
