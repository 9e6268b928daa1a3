import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { RunPlan } from "./make-documents.js";
import { publishedObjects, reportFiles } from "./report-files.js";

/** A folder of its own for a test, removed after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "featurescope-gateway-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

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
