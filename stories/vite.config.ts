import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";
import { vegaInParts } from "../elements/scripts/vega-in-parts.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Stories over the elements' sources; what `dist/fixtures` holds is served beside them. */
export default defineConfig({
  root: at("."),
  base: "./",
  publicDir: at("dist/fixtures"),
  resolve: { conditions: ["@featurescope/source", ...defaultClientConditions] },
  // The charts that are shown are those that pages get.
  plugins: [vegaInParts],
  build: {
    target: "es2022",
    outDir: at("site"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
