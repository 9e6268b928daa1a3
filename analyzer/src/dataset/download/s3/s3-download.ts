import { rm, stat, statfs } from "node:fs/promises";
import { type FeaturescopeError, codeOf } from "../../../artifact/index.js";
import { BucketReader } from "../../../bucket/bucket-reader.js";
import type { Patience } from "../../../bucket/try-again.js";
import { mapConcurrently } from "../../../map-concurrently.js";
import { cannotRead } from "../../cannot-read.js";
import type { Database } from "../../database.js";
import type { DatasetOptions } from "../../dataset-options.js";
import type { DownloadedRows } from "../download.js";
import { copyObject, ObjectChanged } from "./copy-object.js";
import { findObjects, type WantedObject } from "./find-objects.js";
import { readStore } from "./read-store.js";
import { isSingle, type ObjectsAddress, readObjectsAddress } from "./s3-address.js";
import { s3Error } from "./s3-error.js";

/** Objects that are copied at a time. */
const COPIES = 4;

/** How often objects are looked for anew where one was replaced in the meantime. */
const LOOKS = 3;

/** Where objects are copied from. */
interface Source {
  reader: BucketReader;
  place: ObjectsAddress;
  /** The error of a call that failed. */
  errorOf: (cause: unknown) => FeaturescopeError;
}

/** An object, and the file that it is copied into. */
interface Copy {
  object: WantedObject;
  path: string;
  /** The object's, for people. */
  name: string;
}

/** Told of each piece that was copied: its bytes, and those of its object, where they are known. */
type OnPiece = (bytes: number, all: number | null) => void;

/** Copies the objects that an address in an S3 store names, in the order of their keys, see `Download`. */
export async function s3Download(
  database: Database,
  address: string,
  { environment = process.env, onCopied = () => {} }: DatasetOptions,
  patience: Partial<Patience> = {},
): Promise<DownloadedRows> {
  const place = readObjectsAddress(address);
  const store = readStore(place, environment);
  const reader = new BucketReader(store, place.bucket, patience);
  const errorOf = (cause: unknown): FeaturescopeError => s3Error(place, store, cause);
  try {
    return await copyObjects({ reader, place, errorOf }, database, onCopied);
  } catch (error) {
    throw errorOf(await explain(reader, place, error));
  }
}

/** Looks for the objects and copies them, anew where one was replaced in the meantime. */
async function copyObjects(
  source: Source,
  database: Database,
  onCopied: (done: number, total: number) => void,
): Promise<DownloadedRows> {
  const { reader, place } = source;
  let tags = new Map<string, string | null>();
  for (let look = 1; ; look++) {
    const objects = await findObjects(reader, place);
    await checkRoom(database.folder, objects, place);
    const copies = objects.map((object): Copy => {
      // A store whose listing has tags of another form than its answers have would never be believed.
      const isBelieved = tags.get(object.key) !== object.etag;
      return {
        object: isBelieved ? object : { ...object, etag: null },
        path: database.newPath("object"),
        name: place.root + object.key,
      };
    });
    const paths = copies.map(({ path }) => path);
    try {
      await copyAll(source, copies, progressOf(objects, onCopied));
      // SeaweedFS answers for a folder as for an empty object.
      const isEmpty = isSingle(place) && (await stat(paths[0]!)).size === 0;
      if (isEmpty && (await isFolder(reader, place.key))) throw folderError(place);
      return { paths, names: copies.map(({ name }) => name) };
    } catch (error) {
      if (!(error instanceof ObjectChanged) || look === LOOKS) throw error;
      tags = new Map(objects.map(({ key, etag }) => [key, etag]));
      await Promise.all(paths.map((path) => rm(path, { force: true })));
    }
  }
}

/** Copies a few at a time; the first that fails ends the others. */
async function copyAll(
  { reader, errorOf }: Source,
  copies: readonly Copy[],
  onPiece: OnPiece,
): Promise<void> {
  const stop = new AbortController();
  await mapConcurrently(copies, COPIES, async ({ object, path, name }) => {
    try {
      await copyObject(reader, object, { path, address: name, signal: stop.signal, onPiece });
    } catch (error) {
      stop.abort(errorOf(error));
      throw error;
    }
  });
}

/** Adds pieces up. */
function progressOf(
  objects: readonly WantedObject[],
  onCopied: (done: number, total: number) => void,
): OnPiece {
  const listed = bytesOf(objects);
  let done = 0;
  return (bytes, all) => {
    const total = listed === 0 ? (all ?? 0) : listed;
    // What had to be read again would make it more than all.
    done = Math.min(done + bytes, total);
    onCopied(done, total);
  };
}

/** Better now than after an hour: said before anything is copied, where sizes are known. */
async function checkRoom(
  folder: string,
  objects: readonly WantedObject[],
  { address }: ObjectsAddress,
): Promise<void> {
  const wanted = bytesOf(objects);
  const { bavail, bsize } = await statfs(folder);
  if (wanted <= bavail * bsize) return;
  throw cannotRead(
    address,
    `expected room for a copy of ${sayMegabytes(wanted)} among this machine's temporary files, found ${sayMegabytes(bavail * bsize)}. Set TMPDIR to a folder with more room.`,
  );
}

/** 0 where sizes are not known. */
function bytesOf(objects: readonly WantedObject[]): number {
  return objects.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
}

function sayMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}

/** Why one object cannot be read, where a listing can tell. */
async function explain(reader: BucketReader, place: ObjectsAddress, error: unknown): Promise<unknown> {
  const { address, key } = place;
  const code = codeOf(error);
  if (!isSingle(place) || (code !== "NoSuchKey" && code !== "AccessDenied")) return error;
  // AWS refuses what is not there to who may not list.
  if (code === "AccessDenied" && !(await isUnlisted(reader, key))) return error;
  if (await isFolder(reader, key)) return folderError(place, error);
  return cannotRead(address, "expected an object, found none there. Check the address.", error);
}

/** Whether a listing without the object can be had. */
async function isUnlisted(reader: BucketReader, key: string): Promise<boolean> {
  try {
    for await (const first of reader.list(key, false)) return first.key !== key;
    return true;
  } catch {
    return false;
  }
}

/** Whether objects below are known. */
async function isFolder(reader: BucketReader, key: string): Promise<boolean> {
  try {
    for await (const _ of reader.list(`${key}/`, true)) return true;
  } catch {
    // It may not be listed, but its object could be asked for.
  }
  return false;
}

function folderError({ address }: ObjectsAddress, cause?: unknown): FeaturescopeError {
  const text = `expected an object, found a folder. Write ${address}/ for all objects below it.`;
  return cannotRead(address, text, cause);
}
