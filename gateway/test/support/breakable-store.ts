import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Store } from "../../src/store/store.js";

/** A store around a store, whose every call fails while `isDown` is set, and those for paths that `failing` matches. */
export function breakableStore(store: Store) {
  const state = { isDown: false, calls: 0, failing: /^$/ };
  const call = <T>(path: string, work: () => Promise<T>): Promise<T> => {
    state.calls++;
    if (state.isDown || state.failing.test(path))
      return Promise.reject(new FeaturescopeError("store-unreachable", "down"));
    return work();
  };
  const broken: Store = {
    address: store.address,
    async *list(folder) {
      yield* await call(`/${folder}`, async () => store.list(folder));
    },
    get: (path, limits) => call(path, () => store.get(path, limits)),
    stat: (path) => call(path, () => store.stat(path)),
  };
  return { store: broken, state };
}
