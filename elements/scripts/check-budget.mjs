// Says what a page downloads of the elements, in kB (1000 bytes) as gzip, and fails where a step is over its budget. Run after the build.
import { readFile } from "node:fs/promises";
import { join } from "node:path/posix";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", dist), "utf8"));

const PANEL = ["src/index.ts", "src/feature-panel/panel-view.ts"];

/**
 * What is counted: all files that `modules` bring, at once or through each other, beyond those that a page `with` other modules
 * has. First paint: what an element needs until its frame, name and state show; the rest is asked for together with the data.
 */
const STEPS = [
  { name: "a panel's first paint", modules: ["src/index.ts"], with: [], most: 15 },
  { name: "… and its figures, in English", modules: PANEL, with: ["src/index.ts"], most: 22.7 },
  {
    name: "… and its interactive chart",
    modules: ["src/feature-panel/chart/live-zone.ts"],
    with: PANEL,
    most: 95.1,
  },
  ...Object.entries({
    board: { frame: 6, views: ["board-parts"], most: 6 },
    chart: { frame: 4, views: [], most: 0 },
    compare: {
      frame: 3.2,
      views: ["compare-content", "several-runs", "../feature-panel/tables/data-table"],
      most: 21.8,
    },
    trend: { frame: 3.3, views: ["trend-view", "trend-table"], most: 14.5 },
  }).flatMap(([element, { frame, views, most }]) => {
    const folder = `src/feature-${element}/`;
    const first = `${folder}feature-${element}.ts`;
    const rest = views.map((view) => join(folder, `${view}.ts`));
    return [
      {
        name: `<feature-${element}> beside a panel, first paint`,
        modules: [first],
        with: PANEL,
        most: frame,
      },
      ...(rest.length > 0
        ? [{ name: "… and all its views, in English", modules: rest, with: [...PANEL, first], most }]
        : []),
    ];
  }),
];

/** Files of modules and of all that they import at once. */
function filesOf(modules, files = new Set()) {
  for (const module of modules) {
    const entry = manifest[module];
    if (entry === undefined)
      throw new Error(`The build has no ${module}: run npm run build, or correct check-budget.mjs.`);
    if (files.has(entry.file)) continue;
    files.add(entry.file);
    filesOf(entry.imports ?? [], files);
  }
  return files;
}

async function kilobytes(files) {
  const sizes = files.map(async (file) => gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

for (const { name, modules, with: others, most } of STEPS) {
  const there = filesOf(others);
  const size = await kilobytes([...filesOf(modules)].filter((file) => !there.has(file)));
  if (size > most) process.exitCode = 1;
  const verdict = size > most ? "OVER " : "";
  console.log(`${name.padEnd(48)} ${size.toFixed(1).padStart(6)} kB of ${verdict}${most}`);
}
