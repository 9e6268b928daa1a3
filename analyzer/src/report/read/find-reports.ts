import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { compareRuns, type Manifest } from "../../artifact/index.js";
import { readManifest } from "./read-manifest.js";

/** A report directory with its manifest. */
export interface FoundReport {
  path: string;
  manifest: Manifest;
}

/** The reports that paths name, themselves or by the folder above them, oldest window first. */
export async function findReports(paths: readonly string[]): Promise<FoundReport[]> {
  const folders = await Promise.all(paths.map(reportsIn));
  const reports = await Promise.all(
    folders.flat().map(async (path) => ({ path, manifest: (await readManifest(path)).manifest })),
  );
  return reports.sort((a, b) => compareRuns(a.manifest, b.manifest));
}

async function reportsIn(path: string): Promise<string[]> {
  if (await isFile(join(path, "manifest.json"))) return [path];
  const names = await readdir(path).catch(() => []);
  const inside = names.filter((name) => !name.startsWith(".")).map((name) => join(path, name));
  const reports = [];
  for (const folder of inside) if (await isFile(join(folder, "manifest.json"))) reports.push(folder);
  return reports.length > 0 ? reports : [path];
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true;
}
