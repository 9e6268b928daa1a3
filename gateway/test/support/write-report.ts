import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RunPlan } from "./make-documents.js";
import { publishedObjects, reportFiles } from "./report-files.js";

async function write(path: string, body: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, body);
}

/** Writes a report into a folder. */
export async function writeReport(folder: string, plan: RunPlan): Promise<void> {
  for (const [path, body] of reportFiles(plan)) await write(join(folder, path), body);
}

let clock = Date.parse("2026-11-01T00:00:00Z");

/** Publishes a run into a store's folder, as `featurescope publish` does; each call a second after the one before. */
export async function publish(
  store: string,
  plan: RunPlan,
  instead: Record<string, Buffer> = {},
): Promise<void> {
  clock += 1000;
  for (const [path, body] of publishedObjects(plan, clock, instead)) await write(join(store, path), body);
}
