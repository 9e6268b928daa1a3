import {
  FeaturescopeError,
  LOG_FOLDER,
  type LogEntry,
  decodeLogEntry,
  parseLogEntryPath,
  runPath,
} from "@featurescope/analyzer/artifact";
import { isUnknown } from "../store/is-unknown.js";
import type { Store } from "../store/store.js";
import type { Catalog } from "./catalog.js";
import { parseJson } from "./parse-json.js";
import { manifestBytes, manifestPath, openManifest } from "./read-manifest.js";

const MAX_ENTRY_BYTES = 64 * 1024;
/** What a page of S3's listings holds. */
const S3_PAGE = 1000;

/**
 * Finds the runs that `featurescope publish` committed: each has an entry in the log, whose names sort the newest
 * first, so one listing shows them all. An id is the entry's path; entries never change.
 */
export function commitLogCatalog(store: Store): Catalog {
  /**
   * Reads an entry, and asks something of the folder that it names. Hardly a run lies elsewhere than its entry's name
   * says, so that both are asked for at once: one round trip less.
   */
  async function read<T>(id: string, ask: (folder: string) => Promise<T>): Promise<[LogEntry, T]> {
    const named = parseLogEntryPath(id);
    const likely = named === null ? "" : runPath(named.pipelineKey, named.run);
    const early = ask(likely);
    early.catch(() => undefined);
    const entry = decodeLogEntry(parseJson(await store.get(id, { maxBytes: MAX_ENTRY_BYTES }), id));
    return [entry, await (entry.path === likely ? early : ask(entry.path))];
  }

  return {
    name: "commit-log",
    isNewestFirst: true,
    pageSize: S3_PAGE,
    async *list() {
      for await (const { name, type } of store.list(LOG_FOLDER)) {
        const id = `${LOG_FOLDER}/${name}`;
        const parsed = type === "file" ? parseLogEntryPath(id) : null;
        if (parsed === null) continue;
        const { publishedAt, pipelineKey, run } = parsed;
        yield { id, publishedAt, of: { pipelineKey, run } };
      }
    },
    isGone: (id) => read(id, (folder) => store.stat(manifestPath(folder))).then(() => false, isUnknown),
    async open({ id, publishedAt }) {
      const [entry, bytes] = await read(id, (folder) => manifestBytes(store, folder));
      const opened = await openManifest(bytes, entry.path, entry);
      const named = parseLogEntryPath(id);
      if (entry.run !== named?.run || opened.pipelineKey !== named.pipelineKey) {
        throw new FeaturescopeError(
          "document-invalid",
          `${id}: expected an entry of the run that its name says, found run ${entry.run} of pipeline ${entry.pipeline}`,
        );
      }
      return { id, publishedAt, path: entry.path, ...opened };
    },
  };
}
