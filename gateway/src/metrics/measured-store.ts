import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Store } from "../store/store.js";
import type { Metrics } from "./metrics.js";

/** A store around a store that measures its calls. */
export function measuredStore(store: Store, metrics: Metrics): Store {
  async function measure<T>(operation: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    let outcome = "ok";
    try {
      return await work();
    } catch (error) {
      outcome = error instanceof FeaturescopeError ? error.code : "unexpected";
      throw error;
    } finally {
      metrics.observeStoreCall(operation, outcome, (performance.now() - started) / 1000);
    }
  }

  return {
    address: store.address,
    async *list(folder) {
      const entries = store.list(folder)[Symbol.asyncIterator]();
      try {
        // The first entry comes with the first page; that is what the call takes.
        let next = await measure("list", () => Promise.resolve(entries.next()));
        for (; !next.done; next = await entries.next()) yield next.value;
      } finally {
        await entries.return?.();
      }
    },
    get: (path, limits) => measure("get", () => store.get(path, limits)),
    stat: (path) => measure("stat", () => store.stat(path)),
  };
}
