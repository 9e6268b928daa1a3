// What the build was made from, so that it is done again only where something changed, and tests of what is built can tell that it is old.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "./run.mjs";

const stamp = join(root, "node_modules/.cache/featurescope/build");
const products = [
  "analyzer/dist/kernel.wasm",
  "analyzer/dist/overview.html",
  "analyzer/dist/program/main.js",
  "analyzer/dist/program/reader-worker.js",
  "gateway/dist/main.js",
  "elements/dist/featurescope.js",
  "elements/dist/custom-elements.json",
  "elements/dist/declarations/index.d.ts",
  "stories/dist/demo/make-reports.js",
];
const skipped = new Set(["node_modules", "dist", "generated", "site", "test", "bench", ".git", "reports"]);

async function* sources(folder) {
  for (const entry of (await readdir(join(root, folder), { withFileTypes: true })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) yield* sources(path);
    else if (entry.isFile()) yield path;
  }
}

/** What tells the sources, as they are now, from those of another build. */
export async function fingerprint() {
  const hash = createHash("sha256");
  for (const folder of ["analyzer", "gateway", "elements", "stories", "e2e", "scripts"]) {
    for await (const path of sources(folder)) {
      const { mtimeMs, size } = await stat(join(root, path));
      hash.update(`${path}\0${mtimeMs}\0${size}\n`);
    }
  }
  for (const file of ["package-lock.json", "tsconfig.json"]) hash.update(await readFile(join(root, file)));
  return hash.digest("hex");
}

/** Whether what is built is of the sources as they are. */
export async function isBuilt() {
  const before = await readFile(stamp, "utf8").catch(() => "");
  return before === (await fingerprint()) && products.every((product) => existsSync(join(root, product)));
}

/** Remembers of which sources, told before the build, everything is built: a file that changed meanwhile is built again. */
export async function rememberBuild(sources) {
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, sources);
}
