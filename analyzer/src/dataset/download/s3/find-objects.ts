import type { BucketReader, ListedObject } from "../../../bucket/bucket-reader.js";
import { cannotRead } from "../../cannot-read.js";
import { matchGlob } from "./match-glob.js";
import { isPattern, isSingle, type ObjectsAddress } from "./s3-address.js";

/** An object that is to be read. */
export interface WantedObject {
  key: string;
  /** As it was listed; null where it was not. */
  bytes: number | null;
  etag: string | null;
}

/**
 * The objects that an address names, by key. Of a folder, what Hadoop's writers and readers hide is left out: names that begin
 * with a dot or an underscore (`_SUCCESS`), folders of such a name, and empty objects beside others. A pattern means what it
 * means to DuckDB; an object of exactly that key goes first.
 * @throws FeaturescopeError `input-unreadable` where there are none; what the store says
 */
export async function findObjects(reader: BucketReader, place: ObjectsAddress): Promise<WantedObject[]> {
  const { address, key, root } = place;
  if (isSingle(place)) return [{ key, bytes: null, etag: null }];
  const isFolder = key === "" || key.endsWith("/");
  const folder = folderOf(key);
  const pattern = isFolder ? `${key}**` : key;
  const isMatch = isPattern(key) ? matchGlob(pattern) : () => true;
  const isWanted = ({ key }: ListedObject): boolean =>
    isMatch(key) && !(isFolder && isHidden(key.slice(folder.length)));
  const found: WantedObject[] = [];
  let seen = 0;
  for await (const object of reader.list(folder, /\/|^\*\*$/.test(pattern.slice(folder.length)))) {
    // A folder's own marker, as some stores keep it.
    if (object.key.endsWith("/")) continue;
    if (object.key === key) return [object];
    seen++;
    if (isWanted(object)) found.push(object);
  }
  const full = isFolder ? found.filter(({ bytes }) => bytes !== 0) : found;
  // Where all are empty, there are no rows, which is for the analysis to say.
  if (found.length > 0) return (full.length > 0 ? full : found).sort((a, b) => (a.key < b.key ? -1 : 1));
  if (seen === 0) {
    throw cannotRead(address, `expected objects below ${root}${folder}, found none. Check the address.`);
  }
  throw isPattern(key) && !isFolder
    ? cannotRead(
        address,
        `expected objects of such keys, found none of them among ${seen} below ${root}${folder}. Check the pattern.`,
      )
    : cannotRead(address, `expected objects with rows, found ${seen} that are hidden. Check the address.`);
}

/** The part of a key, up to a slash, that is no pattern. */
function folderOf(key: string): string {
  const literal = isPattern(key) ? key.slice(0, key.search(/[[*?\\]/)) : key;
  return literal.slice(0, literal.lastIndexOf("/") + 1);
}

/** @param path within the folder; `_x=1` is a column of a partition, `x_$folder$` a folder's marker of older Hadoops */
function isHidden(path: string): boolean {
  if (path.endsWith("_$folder$")) return true;
  return path
    .split("/")
    .some((name) => name.startsWith(".") || (name.startsWith("_") && !name.includes("=")));
}
