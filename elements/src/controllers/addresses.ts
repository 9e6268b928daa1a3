/** A feature's folder from `src`: absolute, with the slash that may be missing added before a query, which is kept. */
export function folderOf(src: string, base: string): URL {
  const folder = new URL(src, base);
  folder.hash = "";
  if (!folder.pathname.endsWith("/")) folder.pathname += "/";
  return folder;
}

/** Address of a file in a folder; the folder's query goes along. */
export function fileIn(folder: URL, name: string): URL {
  const file = new URL(name, folder);
  file.search = folder.search;
  return file;
}

/**
 * The folder that an answer really came from: where its `Content-Location` points to, else the address after
 * redirects. It names the run, so that all further files are of the same run. Another origin is not followed.
 */
export function folderOfAnswer(asked: URL, response: Response): URL {
  const answered = new URL(response.url || asked);
  const location = new URL(response.headers.get("content-location") ?? "", answered);
  const folder = new URL(".", location.origin === answered.origin ? location : answered);
  folder.search = location.search || asked.search;
  return folder;
}

/**
 * Address of the feature's history, or null where `src` is not a gateway's: a plain file server has none.
 * The history of a feature is the same for all its runs, so a run in the address is left out.
 */
export function historyOf(folder: URL): URL | null {
  if (!folder.pathname.includes("/api/v1/")) return null;
  const history = fileIn(folder, "history");
  history.pathname = history.pathname.replace(/\/runs\/[^/]+(\/features\/[^/]+\/history)$/, "$1");
  return history;
}

/** The name at the end of `src`, to be shown before its documents have come; a key where the name is not safe in paths. */
export function nameIn(src: string): string {
  const segment = src.split(/[?#]/, 1)[0]!.replace(/\/$/, "").split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
