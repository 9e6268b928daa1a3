import type { Store } from "../../src/store/store.js";

/** A store around a store that counts what is asked of it. */
export function countingStore(store: Store): Store & { lists: number; gets: number } {
  const counting = {
    address: store.address,
    lists: 0,
    gets: 0,
    list(folder: string) {
      counting.lists++;
      return store.list(folder);
    },
    get(path: string, limits: { maxBytes: number }) {
      counting.gets++;
      return store.get(path, limits);
    },
    stat: (path: string) => store.stat(path),
  };
  return counting;
}
