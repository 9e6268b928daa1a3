import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Stories over the elements' sources; what `dist/fixtures` holds is served beside them. */
export default defineConfig({
  root: at("."),
  base: "./",
  publicDir: at("dist/fixtures"),
  resolve: { conditions: ["@featurescope/source", ...defaultClientConditions] },
  build: {
    target: "es2022",
    outDir: at("site"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
