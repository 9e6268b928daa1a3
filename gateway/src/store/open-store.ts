import type { StoreConfig } from "../config/config.js";
import { directoryStore } from "./directory-store.js";
import { s3Store } from "./s3-store.js";
import type { Store } from "./store.js";

/** The store that the configuration names. It is not asked for anything yet. */
export function openStore(config: StoreConfig): Store {
  return config.type === "directory" ? directoryStore(config.folder) : s3Store(config);
}
