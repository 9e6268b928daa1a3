import { constants } from "node:fs";
import { type FileHandle, open, opendir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { codeOf, FeaturescopeError } from "@featurescope/analyzer/artifact";
import { checkPath } from "./check-path.js";
import { FolderCalls } from "./folder-calls.js";
import { FolderListing } from "./folder-listing.js";
import { isUnknown } from "./is-unknown.js";
import { RefusedError } from "./refused-error.js";
import type { Store, StoreEntry } from "./store.js";
import { tooLarge } from "./too-large.js";

// A pipe opened without O_NONBLOCK would wait for its writer. Windows knows neither flag.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function isCode(error: unknown, ...codes: string[]): boolean {
  return codes.includes(codeOf(error));
}

function unreachable(path: string, cause: unknown): FeaturescopeError {
  if (isCode(cause, "EACCES", "EPERM")) {
    const user = process.getuid?.() ?? "the gateway's";
    return new RefusedError(
      `cannot read ${path}: expected that user ${user} may read it, found: ${String(cause)}; allow it, or publish with umask 022`,
      { cause },
    );
  }
  return new FeaturescopeError("store-unreachable", `cannot read ${path}: ${String(cause)}`, { cause });
}

function storeError(error: unknown, path: string): FeaturescopeError {
  if (error instanceof FeaturescopeError) return error;
  if (isCode(error, "ENOENT", "ENOTDIR")) {
    return new FeaturescopeError("unknown-file", `no file ${path} in the store`, { cause: error });
  }
  if (isCode(error, "ELOOP")) {
    return new FeaturescopeError("document-invalid", `${path} is a link; the store follows none`, {
      cause: error,
    });
  }
  return unreachable(path, error);
}

const LARGE = 1024 * 1024;
/**
 * glibc gives back at once what took so much; less it keeps, and the holes of manifests of 27 MB made a process a fifth larger.
 * What is not written to takes no memory.
 */
const MAPPED = 33 * 1024 * 1024;

/** Reads what the handle points to now; a file that grows or shrinks meanwhile gives other bytes, never more. */
async function readWhole(handle: FileHandle, bytes: number): Promise<Buffer> {
  const buffer = bytes > LARGE ? Buffer.allocUnsafeSlow(Math.max(bytes, MAPPED)) : Buffer.allocUnsafe(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await handle.read(buffer, filled, bytes - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function isEmpty(folder: string): Promise<boolean> {
  for await (const _ of await opendir(folder)) return false;
  return true;
}

/** Reports in a folder of this machine. The root may be a link, nothing below it. */
export function directoryStore(folder: string): Store {
  const root = resolve(folder);
  const listing = new FolderListing();
  const calls = new FolderCalls();

  /** The root, without links. Where there is none, nothing can be said of what is in it. @throws FeaturescopeError `store-unreachable` */
  const openRoot = (): Promise<string> =>
    // The dot makes sure that it is a folder.
    realpath(`${root}/.`).catch((error: unknown) => {
      const found = isCode(error, "ENOENT") ? "none" : isCode(error, "ENOTDIR") ? "a file" : String(error);
      throw new FeaturescopeError(
        "store-unreachable",
        `expected a folder at ${root}, found: ${found}; make it, or correct STORE`,
        { cause: error },
      );
    });

  /** Whether anything was ever in it. */
  let hadEntries = false;

  /**
   * What says that something is not there says so only of a folder that has anything in it: one that was emptied to the last entry is the
   * place where a disk was, as after it was unmounted.
   * @throws FeaturescopeError `store-unreachable`
   */
  async function requireRoot(): Promise<void> {
    const top = await openRoot();
    if (!hadEntries || !(await isEmpty(top).catch(() => false))) return;
    throw new FeaturescopeError(
      "store-unreachable",
      `expected at ${root} what was in it, found an empty folder; look whether its disk is mounted, or start the gateway anew`,
    );
  }

  /** Opens a regular file, after making sure that its path holds no link. */
  async function withFile<T>(
    path: string,
    use: (handle: FileHandle, bytes: number) => Promise<T>,
  ): Promise<T> {
    checkPath(path);
    let handle: FileHandle | undefined;
    try {
      const top = await openRoot();
      const expected = join(top, path);
      handle = await open(expected, FLAGS);
      if ((await realpath(expected)) !== expected) {
        throw new FeaturescopeError(
          "document-invalid",
          `${path} leads through a link; the store follows none`,
        );
      }
      const stat = await handle.stat();
      if (!stat.isFile()) throw new FeaturescopeError("unknown-file", `${path} is not a file`);
      return await use(handle, stat.size);
    } catch (error) {
      const fault = storeError(error, path);
      if (isUnknown(fault)) await requireRoot();
      throw fault;
    } finally {
      await handle?.close();
    }
  }

  async function entriesOf(folder: string): Promise<readonly StoreEntry[]> {
    const top = await openRoot();
    try {
      const expected = join(top, folder);
      if (folder !== "" && (await realpath(expected)) !== expected) return [];
      const entries = await listing.read(expected);
      hadEntries ||= entries.length > 0;
      if (entries.length > 0) return entries;
    } catch (error) {
      if (folder === "" || !isCode(error, "ENOENT", "ENOTDIR")) throw unreachable(join(root, folder), error);
    }
    // There is no such folder, or nothing in it, unless all of it went away meanwhile.
    await requireRoot();
    return [];
  }

  return {
    address: root,
    async *list(folder) {
      if (folder !== "") checkPath(folder);
      yield* await calls.run(join(root, folder), () => entriesOf(folder));
    },
    get: (path, { maxBytes }) =>
      calls.run(path, () =>
        withFile(path, (handle, bytes) => {
          if (bytes > maxBytes) throw tooLarge(path, maxBytes, bytes);
          return readWhole(handle, bytes);
        }),
      ),
    stat: (path) =>
      calls.run(path, () =>
        withFile(path, async (handle, bytes) => ({
          bytes,
          modified: Math.floor((await handle.stat()).mtimeMs),
        })),
      ),
  };
}
