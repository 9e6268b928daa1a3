import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Store } from "../../src/store/store.js";

/** A store around a store, whose every call fails while `isDown` is set. */
export function breakableStore(store: Store) {
  const state = { isDown: false, calls: 0 };
  const call = <T>(work: () => Promise<T>): Promise<T> => {
    state.calls++;
    if (state.isDown) return Promise.reject(new FeaturescopeError("store-unreachable", "down"));
    return work();
  };
  const broken: Store = {
    address: store.address,
    async *list(folder) {
      yield* await call(async () => store.list(folder));
    },
    get: (path, limits) => call(() => store.get(path, limits)),
    stat: (path) => call(() => store.stat(path)),
  };
  return { store: broken, state };
}
