import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";
import { plainCode } from "./scripts/plain-code.js";
import { vegaInParts } from "./scripts/vega-in-parts.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `dist/overview/overview.js`: board and panel with all that they ever load, in one script. */
export default defineConfig({
  root: at("."),
  resolve: { conditions: ["@featurescope/source", ...defaultClientConditions] },
  plugins: [vegaInParts, ...plainCode],
  build: {
    target: "es2022",
    outDir: at("dist/overview"),
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { overview: at("src/overview/overview.ts") },
      checks: { pluginTimings: false },
      output: { entryFileNames: "[name].js", codeSplitting: false },
    },
  },
});
