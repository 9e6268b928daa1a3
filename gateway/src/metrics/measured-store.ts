import type { Store } from "../store/store.js";
import { measureCall } from "./measure-call.js";
import type { Metrics } from "./metrics.js";

/** A store around a store that measures its calls. */
export function measuredStore(store: Store, metrics: Metrics): Store {
  return {
    address: store.address,
    async *list(folder) {
      const entries = store.list(folder)[Symbol.asyncIterator]();
      try {
        // The first entry comes with the first page; that is what the call takes.
        let next = await measureCall(metrics, "list", () => Promise.resolve(entries.next()));
        for (; !next.done; next = await entries.next()) yield next.value;
      } finally {
        await entries.return?.();
      }
    },
    get: (path, limits) => measureCall(metrics, "get", () => store.get(path, limits)),
    stat: (path) => measureCall(metrics, "stat", () => store.stat(path)),
  };
}
