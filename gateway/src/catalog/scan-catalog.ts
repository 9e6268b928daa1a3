import type { Log } from "../log.js";
import { isUnknown } from "../store/is-unknown.js";
import { pathIn } from "../store/path-in.js";
import { RefusedError } from "../store/refused-error.js";
import type { Store, StoreEntry } from "../store/store.js";
import type { Catalog, Sighting } from "./catalog.js";
import { manifestBytes, manifestPath, openManifest } from "./read-manifest.js";

/** Folders below the root in which a report may lie; Kubeflow's own layout needs six. */
const MAX_DEPTH = 8;

const folderOf = (id: string): string => id.slice(0, id.lastIndexOf("?"));

/**
 * Finds every folder that holds a `manifest.json`, in whatever layout; a report in a report, or in
 * a folder whose name starts with a dot, is not looked for.
 * An id is the folder and when its manifest was written, so a folder that is written anew is a new sighting.
 */
export function scanCatalog(store: Store, log: Log): Catalog {
  const told = new Set<string>();

  /** What is in a folder; nothing of one below the root that may not be read, such as a disk's `lost+found`. */
  async function* list(folder: string): AsyncGenerator<StoreEntry> {
    try {
      yield* store.list(folder);
    } catch (error) {
      if (folder === "" || !(error instanceof RefusedError)) throw error;
      if (!told.has(folder)) log("warn", "a folder is passed over", { folder, error });
      told.add(folder);
    }
  }

  async function* walk(folder: string, depth: number): AsyncGenerator<Sighting> {
    const folders: string[] = [];
    for await (const entry of list(folder)) {
      if (entry.type === "folder" && !entry.name.startsWith(".")) folders.push(entry.name);
      else if (entry.name === "manifest.json") {
        const sighting = await look(folder);
        if (sighting !== null) yield sighting;
        return;
      }
    }
    if (depth === MAX_DEPTH) return;
    for (const name of folders) yield* walk(pathIn(folder, name), depth + 1);
  }

  async function sight(folder: string): Promise<Sighting> {
    const { modified, bytes } = await store.stat(manifestPath(folder));
    return { id: `${folder}?${modified}-${bytes}`, publishedAt: modified, of: null };
  }

  async function look(folder: string): Promise<Sighting | null> {
    try {
      return await sight(folder);
    } catch {
      // It went away between the listing and now, or is not a file: nothing to be seen.
      return null;
    }
  }

  return {
    name: "scan",
    isNewestFirst: false,
    pageSize: 1,
    list: () => walk("", 0),
    isGone: (id) => sight(folderOf(id)).then((now) => now.id !== id, isUnknown),
    async open({ id, publishedAt }) {
      const path = folderOf(id);
      return { id, publishedAt, path, ...(await openManifest(await manifestBytes(store, path), path, null)) };
    },
  };
}
