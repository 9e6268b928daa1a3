import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FEATURE, pageOf, panelPage } from "./pages.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const PYTHON_PACKAGES = ["evidently==0.7.14", "pandas==2.3.3"];
const PERSPECTIVE = ["perspective", "perspective-viewer", "perspective-viewer-d3fc"];
const PERSPECTIVE_VERSION = "3.8.0";

/** Where the contenders' files lie, by the first part of their addresses. */
export const contenderFolders = (cache) => ({
  "/npm/": at("../../node_modules"),
  "/perspective/": join(cache, "npm/node_modules/@finos"),
});

/**
 * What people embed to show a column against another: installed from registries once, into the cache. Each has an address and
 * tells in the page when its picture is there.
 */
export async function contenders(cache, reports) {
  installPython(cache);
  installPerspective(cache);
  const evidently = join(cache, "evidently.html");
  if (!existsSync(evidently))
    run(
      cache,
      "python/bin/python",
      [at("contenders/evidently_report.py")].concat([
        reports.rows,
        reports.referenceRows,
        FEATURE,
        evidently,
      ]),
    );
  return [
    {
      name: "`<feature-panel>`",
      address: panelPage,
      files: new Map(),
      isReady: () => bench.isDrawn(document.querySelector("feature-panel")) && performance.now(),
    },
    {
      name: "the same chart by vega-embed",
      address: "/pages/vega-embed.html",
      files: new Map([
        [
          "/pages/vega-embed.html",
          pageOf(
            ["vega/build/vega", "vega-lite/build/vega-lite", "vega-embed/build/vega-embed"]
              .map((name) => `<script src="/npm/${name}.min.js"></script>`)
              .join(""),
            `<div id="chart"></div><script>
              vegaEmbed("#chart", "/now/features/${FEATURE}/chart.vl.json").then(() => (globalThis.isDrawn = true));
            </script>`,
          ),
        ],
      ]),
      isReady: () => globalThis.isDrawn === true && performance.now(),
    },
    {
      name: "Evidently, report of one column",
      address: "/pages/evidently.html",
      files: new Map([["/pages/evidently.html", readFileSync(evidently)]]),
      isReady: () => document.querySelector(".main-svg") !== null && performance.now(),
    },
    {
      name: "Perspective, bars by value",
      address: "/pages/perspective.html",
      files: new Map([["/pages/perspective.html", perspectivePage(reports)]]),
      isReady: () => globalThis.isDrawn === true && performance.now(),
    },
  ];
}

function run(cache, program, args) {
  execFileSync(program.includes("/") ? join(cache, program) : program, args, {
    stdio: "inherit",
    cwd: cache,
  });
}

function installPython(cache) {
  const done = join(cache, "python-complete");
  if (existsSync(done)) return;
  run(cache, "python3", ["-m", "venv", "python"]);
  run(cache, "python/bin/python", ["-m", "pip", "install", "--quiet", ...PYTHON_PACKAGES]);
  writeFileSync(done, "");
}

function installPerspective(cache) {
  const folder = join(cache, "npm");
  const done = join(folder, "complete");
  if (existsSync(done)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  const packages = PERSPECTIVE.map((name) => `@finos/${name}@${PERSPECTIVE_VERSION}`);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], {
    stdio: "inherit",
    cwd: folder,
  });
  writeFileSync(done, "");
}

/** The rows of the feature, counted by Perspective itself in buckets of a fiftieth of their range. */
function perspectivePage({ rows }) {
  const [head, ...lines] = readFileSync(rows, "utf8").trim().split("\n");
  const column = head.split(",").indexOf(FEATURE);
  const values = lines
    .map((line) => line.split(",")[column])
    .filter(Boolean)
    .map(Number);
  const width = Math.max(1, Math.round((Math.max(...values) - Math.min(...values)) / 50));
  const view = {
    plugin: "Y Bar",
    expressions: { bucket: `bucket("${FEATURE}", ${width})` },
    group_by: ["bucket"],
    columns: [FEATURE],
    aggregates: { [FEATURE]: "count" },
    settings: false,
  };
  const script = `
    import perspective from "/perspective/perspective/dist/cdn/perspective.js";
    import "/perspective/perspective-viewer/dist/cdn/perspective-viewer.js";
    import "/perspective/perspective-viewer-d3fc/dist/cdn/perspective-viewer-d3fc.js";
    const worker = await perspective.worker();
    const table = await worker.table(${JSON.stringify({ [FEATURE]: values })});
    const viewer = document.querySelector("perspective-viewer");
    await viewer.load(Promise.resolve(table));
    await viewer.restore(${JSON.stringify(view)});
    globalThis.isDrawn = true;`;
  return pageOf(
    '<link rel="stylesheet" href="/perspective/perspective-viewer/dist/css/pro.css">',
    `<perspective-viewer style="display:block;width:740px;height:480px"></perspective-viewer>
    <script type="module">${script}</script>`,
  );
}
