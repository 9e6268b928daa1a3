import type { Config } from "../config/config.js";
import type { Log } from "../log.js";
import { measureCall } from "../metrics/measure-call.js";
import type { Metrics } from "../metrics/metrics.js";
import { openMlMetadata } from "../ml-metadata/open-ml-metadata.js";
import type { Store } from "../store/store.js";
import type { Catalog } from "./catalog.js";
import { commitLogCatalog } from "./commit-log-catalog.js";
import { mlmdCatalog } from "./mlmd-catalog.js";
import { scanCatalog } from "./scan-catalog.js";

/** The catalog that the configuration names, over a store. Nobody is asked for anything yet. */
export function openCatalog(config: Config, store: Store, log: Log, metrics: Metrics): Catalog {
  const { catalog, mlMetadata, store: location } = config;
  if (mlMetadata !== null) {
    const { namespace } = mlMetadata;
    const metadata = openMlMetadata(mlMetadata, {
      measure: (method, work) => measureCall(metrics, method, work),
    });
    return mlmdCatalog({ store, location, metadata, namespace, log });
  }
  return catalog === "scan" ? scanCatalog(store, log) : commitLogCatalog(store);
}
