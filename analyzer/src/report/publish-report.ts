import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  FeaturescopeError,
  keyOf,
  LOG_FOLDER,
  type LogEntry,
  logEntryPath,
  type Manifest,
  parseLogEntryPath,
  runPath,
} from "../artifact/index.js";
import { cannotWrite } from "./cannot-write.js";
import { partialPathOf, removePartial } from "./partial-paths.js";
import { readManifest } from "./read-manifest.js";
import { sha256 } from "./sha256.js";
import { toJson } from "./to-json.js";
import { writeFileWhole } from "./write-file-whole.js";

/** A report that a store has now. */
export interface Publication {
  pipeline: string;
  run: string;
  /** Its folder in the store. */
  folder: string;
  /** False where the store had it already. */
  isNew: boolean;
}

/**
 * Copies a report into a folder that serves as a store: the run appears whole, by one rename, then the entry of the
 * commit log that makes it visible. Whatever interrupts it, doing it again completes it; doing it twice changes nothing.
 *
 * @throws FeaturescopeError `input-unreadable` and `document-invalid` where the report is not whole, `run-exists` where
 * the store has other content under the same id, `store-unreachable`
 */
export async function publishReport(report: string, store: string): Promise<Publication> {
  const { manifest, sha256: manifestSha256 } = await readManifest(report);
  const pipelineKey = keyOf(manifest.pipeline, sha256);
  const path = runPath(pipelineKey, manifest.run);
  const folder = join(resolve(store), path);
  const isNew = await copyWhole(report, folder, manifest, manifestSha256);
  await enterIntoLog(resolve(store), pipelineKey, manifest, { path, manifestSha256 });
  return { pipeline: manifest.pipeline, run: manifest.run, folder, isNew };
}

/** @returns false where the store has the very same run already */
async function copyWhole(
  report: string,
  folder: string,
  manifest: Manifest,
  manifestSha256: string,
): Promise<boolean> {
  if (await isPublished(folder, manifest, manifestSha256)) return false;
  const partial = partialPathOf(folder);
  try {
    const files = manifest.files.filter(({ path }) => path !== "manifest.json");
    for (const file of [...files, { path: "manifest.json", sha256: manifestSha256 }]) {
      const bytes = await readWhole(join(report, file.path), file.sha256);
      await mkdir(dirname(join(partial, file.path)), { recursive: true });
      await writeFile(join(partial, file.path), bytes);
    }
    await rename(partial, folder);
    return true;
  } catch (error) {
    // Someone else may have published the same id in the meantime.
    if (await isPublished(folder, manifest, manifestSha256)) return false;
    throw cannotWrite(folder, error);
  } finally {
    removePartial(partial);
  }
}

async function isPublished(folder: string, { run }: Manifest, manifestSha256: string): Promise<boolean> {
  const published = await readManifest(folder).catch((error: unknown) => {
    if (error instanceof FeaturescopeError && error.code === "input-unreadable") return null;
    throw error;
  });
  if (published === null) return false;
  if (published.sha256 === manifestSha256) return true;
  throw new FeaturescopeError(
    "run-exists",
    `expected run ${run} to be new, found it at ${folder} with other content; a published run never changes: analyse again under another --run`,
  );
}

async function readWhole(path: string, expected: string): Promise<Buffer> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new FeaturescopeError(
      "document-invalid",
      `expected ${path}, as the manifest lists it; it cannot be read`,
      {
        cause,
      },
    );
  });
  if (sha256(bytes) === expected) return bytes;
  throw new FeaturescopeError(
    "document-invalid",
    `expected ${path} with the manifest's checksum, found other content; analyse again`,
  );
}

async function enterIntoLog(
  store: string,
  pipelineKey: string,
  { schemaVersion, pipeline, run, createdAt, window }: Manifest,
  where: Pick<LogEntry, "path" | "manifestSha256">,
): Promise<void> {
  const names = await readdir(join(store, LOG_FOLDER)).catch(() => []);
  const isEntered = names.some((name) => {
    const entry = parseLogEntryPath(`${LOG_FOLDER}/${name}`);
    return entry?.pipelineKey === pipelineKey && entry.run === run;
  });
  if (isEntered) return;
  const entry: LogEntry = { schemaVersion, pipeline, run, createdAt, window, ...where };
  await writeFileWhole(join(store, logEntryPath(Date.now(), pipelineKey, run)), toJson(entry));
}
