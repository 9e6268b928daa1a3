import type { StoreConfig } from "../config/config.js";
import type { Log } from "../log.js";
import { directoryStore } from "./directory-store.js";
import { s3Store } from "./s3-store.js";
import type { Store } from "./store.js";

/** The store that the configuration names. It is not asked for anything yet. */
export function openStore(config: StoreConfig, log: Log): Store {
  if (config.type === "directory") return directoryStore(config.folder);
  const onFault = (error: unknown): void =>
    log("warn", "keys of the store cannot be renewed; those before are used as long as they hold", { error });
  const onChanged = (): void => log("info", "the store is asked with other keys than before");
  // Those of a role change by themselves, every hour.
  const keys = config.source?.type === "files" ? { onFault, onChanged } : { onFault };
  return s3Store({ ...config, keys });
}
