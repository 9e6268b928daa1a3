// Says what a page downloads of the elements, as gzip, and fails where a step is over its budget. Run after the build.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", dist), "utf8"));

/** A step of a panel's appearance: the modules that start it, and the most kB (1000 bytes) that it may add. */
const STEPS = [
  { name: "first paint of a panel", modules: ["src/index.ts"], most: 15 },
  { name: "its figures, in English", modules: ["src/feature-panel/panel-view.ts"], most: 25 },
  { name: "its interactive chart", modules: ["src/feature-panel/live-zone.ts"], most: 120 },
];

/** A module's file and all that it imports at once. */
function* filesOf(name) {
  const entry = manifest[name];
  if (entry === undefined)
    throw new Error(`The build has no ${name}: run npm run build, or correct check-budget.mjs.`);
  yield entry.file;
  for (const imported of entry.imports ?? []) yield* filesOf(imported);
}

const downloaded = new Set();
let isOver = false;
for (const { name, modules, most } of STEPS) {
  const files = new Set(modules.flatMap((module) => [...filesOf(module)]));
  let bytes = 0;
  for (const file of files) {
    if (downloaded.has(file)) continue;
    downloaded.add(file);
    bytes += gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length;
  }
  isOver ||= bytes > most * 1000;
  const verdict = bytes > most * 1000 ? "OVER its budget of" : "of";
  console.log(`elements: ${name} ${(bytes / 1000).toFixed(1)} kB gzip ${verdict} ${most} kB`);
}
process.exitCode = isOver ? 1 : 0;
