import { mkdir, readdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  FeaturescopeError,
  LOG_FOLDER,
  logEntryPath,
  parseLogEntryPath,
  runPath,
} from "../artifact/index.js";
import { readManifest } from "../report/read/read-manifest.js";
import { cannotWrite } from "../report/write/cannot-write.js";
import { partialPathOf, removePartial } from "../report/write/partial-paths.js";
import { toJson } from "../report/write/to-json.js";
import { writeFileWhole } from "../report/write/write-file-whole.js";
import {
  type Publishable,
  type PublishTarget,
  filesOf,
  logEntryOf,
  readListed,
  runExists,
} from "./publishable.js";

/** A folder that serves as a store: a run appears in it whole, by one rename. */
export function folderTarget(path: string): PublishTarget {
  const store = resolve(path);
  return async (report) => {
    const { pipeline, run } = report.manifest;
    const path = runPath(report.pipelineKey, run);
    const folder = join(store, path);
    const isNew = await copyWhole(report, folder);
    await enterIntoLog(store, report, path);
    return { pipeline, run, folder, isNew };
  };
}

/** @returns false where the store has the very same run already */
async function copyWhole(report: Publishable, folder: string): Promise<boolean> {
  if (await isPublished(report, folder)) return false;
  const partial = partialPathOf(folder);
  try {
    for (const { path, sha256 } of [
      ...filesOf(report),
      { path: "manifest.json", sha256: report.manifestSha256 },
    ]) {
      const bytes = await readListed(report, path, sha256);
      await mkdir(dirname(join(partial, path)), { recursive: true });
      await writeFile(join(partial, path), bytes);
    }
    await rename(partial, folder);
    return true;
  } catch (error) {
    // Someone else may have published the same id in the meantime.
    if (await isPublished(report, folder)) return false;
    throw cannotWrite(folder, error);
  } finally {
    removePartial(partial);
  }
}

async function isPublished(report: Publishable, folder: string): Promise<boolean> {
  const published = await readManifest(folder).catch((error: unknown) => {
    if (error instanceof FeaturescopeError && error.code === "input-unreadable") return null;
    throw error;
  });
  if (published === null) return false;
  if (published.sha256 === report.manifestSha256) return true;
  throw runExists(report, folder);
}

async function enterIntoLog(store: string, report: Publishable, path: string): Promise<void> {
  const { pipelineKey, manifest } = report;
  const names = await readdir(join(store, LOG_FOLDER)).catch(() => []);
  const isEntered = names.some((name) => {
    const entry = parseLogEntryPath(`${LOG_FOLDER}/${name}`);
    return entry?.pipelineKey === pipelineKey && entry.run === manifest.run;
  });
  if (isEntered) return;
  // When the run came there, whoever brought it: so that entries of several who did the same at once are one.
  const { mtimeMs } = await stat(join(store, path, "manifest.json"));
  const entry = toJson(logEntryOf(report, path));
  await writeFileWhole(join(store, logEntryPath(Math.floor(mtimeMs), pipelineKey, manifest.run)), entry);
}
