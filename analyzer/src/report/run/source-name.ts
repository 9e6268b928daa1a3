import { basename, isAbsolute, relative } from "node:path";
import { shownSource } from "../../dataset/download/address.js";

/**
 * What documents call a source: a path as from the working folder, or only the file's name where it lies elsewhere, because
 * reports are sent and published, and where folders lie on somebody's machine concerns no reader. A pattern of names keeps its
 * folder's name, an address loses user and password.
 */
export function sourceName(source: string): string {
  if (!isAbsolute(source)) return shownSource(source);
  const path = relative("", source);
  if (!path.startsWith("..") && path !== "") return path;
  const name = basename(source);
  const folder = basename(source.slice(0, -name.length - 1));
  return /[[*?]/.test(name) && folder !== "" ? `${folder}/${name}` : name;
}
