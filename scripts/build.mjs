// Builds what runs: portable modules → chart templates → all of TypeScript → the command's and the elements' bundles, and the manifest. Does
// nothing where nothing changed.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root, runAll } from "./run.mjs";

const stamp = join(root, "node_modules/.cache/featurescope/build");
const products = [
  "analyzer/dist/kernel.wasm",
  "analyzer/dist/program/main.js",
  "gateway/dist/main.js",
  "elements/dist/featurescope.js",
  "elements/dist/custom-elements.json",
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

async function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  for (const folder of ["analyzer", "gateway", "elements", "stories", "e2e", "scripts"]) {
    for await (const path of sources(folder)) {
      const { mtimeMs, size } = await stat(join(root, path));
      hash.update(`${path}\0${mtimeMs}\0${size}\n`);
    }
  }
  for (const file of ["package-lock.json", "tsconfig.json"]) hash.update(await readFile(join(root, file)));
  return hash.digest("hex");
}

const now = await fingerprint();
const before = await readFile(stamp, "utf8").catch(() => "");
if (now !== before || !products.every((product) => existsSync(join(root, product)))) {
  await runAll(
    ["tsc", "--build", "analyzer/tsconfig.portable.json"],
    ["node", "--conditions=@featurescope/source", "--import", "tsx", "elements/scripts/compile-charts.ts"],
    ["tsc", "--build", "analyzer", "gateway", "elements", "stories/demo"],
    [
      "asc",
      "analyzer/kernel/index.ts",
      "--config",
      "analyzer/kernel/asconfig.json",
      "--outFile",
      "analyzer/dist/kernel.wasm",
    ],
    ["vite", "build", "--config", "analyzer/vite.config.mjs", "--logLevel", "warn"],
    ["vite", "build", "--config", "elements/vite.config.ts", "--logLevel", "warn"],
    ["node", "--conditions=@featurescope/source", "--import", "tsx", "elements/scripts/make-manifest.ts"],
  );
  await mkdir(join(root, "node_modules/.cache/featurescope"), { recursive: true });
  await writeFile(stamp, now);
}
