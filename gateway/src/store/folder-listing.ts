import { readdir, stat } from "node:fs/promises";
import { isSafeName } from "./check-path.js";
import type { StoreEntry } from "./store.js";

/** Folders with fewer entries are read anew each time. */
const LARGE = 1000;
/** A folder may change again within the tick of its clock: what was read so soon after a change is not relied on. */
const SETTLED_MS = 2000;

interface Kept {
  path: string;
  /** Of the folder when it was read; another one after each entry that came or went. */
  modified: number;
  entries: StoreEntry[];
}

/** Reads folders, and keeps the last large one: a log of a hundred thousand runs that did not change costs nothing. */
export class FolderListing {
  #kept: Kept | null = null;

  /** Entries of a folder by name: files and folders, no links, nothing with a name that no path could hold. */
  async read(path: string): Promise<readonly StoreEntry[]> {
    const { mtimeMs } = await stat(path);
    if (this.#kept?.path === path && this.#kept.modified === mtimeMs) return this.#kept.entries;
    const started = Date.now();
    const entries: StoreEntry[] = [];
    for (const entry of await readdir(path, { withFileTypes: true })) {
      if (!isSafeName(entry.name)) continue;
      if (entry.isFile()) entries.push({ name: entry.name, type: "file" });
      else if (entry.isDirectory()) entries.push({ name: entry.name, type: "folder" });
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    if (entries.length >= LARGE && mtimeMs + SETTLED_MS < started) {
      this.#kept = { path, modified: mtimeMs, entries };
    }
    return entries;
  }
}
