import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";
import { plainCode } from "./scripts/plain-code.js";
import { vegaInParts } from "./scripts/vega-in-parts.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * What every element needs before it shows anything, in one file: many small ones compress worse and take longer.
 * Modules that only some elements need must stay out, and so must what draws figures.
 */
const CORE =
  /node_modules\/@?lit(?!.*directive)|oxc-project.runtime|preload-helper|artifact\/errors|src\/(fetch|controllers\/(addresses|in-turn|kept-focus|late-module|live-updates|load-document|load-error|page-changes|result-of|seen|surroundings)|parts\/(badge-styles|drawing|flag|frame|movable-element|tokens|waiting)|feature-panel\/panel-(events|styles)|words\/late-words)\.ts/;

/** What elements draw figures with: their words, glyphs, scales and the heights of charts, for the same reasons in one file. */
const FIGURES = new RegExp(
  [
    "elements/src/words/(en|words-for)",
    "analyzer/src/chart/(chart-height|words/known-words)",
    "elements/src/(controllers/load-feature|live/kept-settings)",
    "elements/src/parts/(badge|chart-colors|failed|glyph|has-values-aside|hatching|linear|local-text|plain-badge|printed-address|remembered|scale|sparkline|state|toggle)",
    "elements/src/feature-panel/(panel-(error|header|words)|tables/(.*-?figures?|figure-table|value-column))",
    "analyzer/src/artifact/decode/(decode-(distribution|history|statistics)|decoder|feature-summary|versioned)",
    "analyzer/src/drift/(format/(format-.*|value-scale)|runs/usual-range|sentences/(finding-clauses|say-finding|speak-verdict|speaker)|verdict/told-index)",
  ]
    .map((path) => `(${path})\\.ts`)
    .join("|"),
);

/**
 * `dist/featurescope.js` and, in `dist/chunks`, the parts that a page fetches only when it needs them, named by their content.
 * Beside them lie the types, which this build leaves alone.
 */
export default defineConfig({
  root: at("."),
  resolve: { conditions: ["@featurescope/source", ...defaultClientConditions] },
  plugins: [
    vegaInParts,
    {
      name: "remove-old-chunks",
      apply: "build",
      configResolved: ({ root, build }) =>
        rm(resolve(root, build.outDir, "chunks"), { recursive: true, force: true }),
    },
    ...plainCode,
  ],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    emptyOutDir: false,
    manifest: true,
    reportCompressedSize: false,
    // The whole of Vega and Vega-Lite; what pages download has budgets of its own, in check-budget.mjs.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { featurescope: at("src/index.ts"), "on-server": at("src/on-server.ts") },
      preserveEntrySignatures: "strict",
      checks: { pluginTimings: false },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "chunks/[name]-[hash].js",
        codeSplitting: {
          groups: [
            { name: "core", test: CORE, priority: 1 },
            { name: "figures", test: FIGURES },
          ],
        },
      },
    },
  },
});
