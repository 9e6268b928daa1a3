import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Loaded where they lie: native, or needed for pictures only. */
const OUTSIDE = [/^@duckdb\/node-bindings/, /^@napi-rs\/canvas/, /^vega/, /^@fontsource\//];

/**
 * `dist/program`: the command in few files. Five hundred small modules, most of them of libraries of which little is used, take a fifth of a
 * second to find and read, each time it runs.
 */
export default defineConfig({
  root: at("."),
  publicDir: false,
  build: {
    ssr: true,
    outDir: at("dist/program"),
    emptyOutDir: true,
    target: "node20",
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: at("dist/cli/main.js"), "reader-worker": at("dist/dataset/reader-worker.js") },
      external: OUTSIDE,
      // Beside each other, because the program looks for its package.json from where it lies.
      output: { chunkFileNames: "[name]-[hash].js" },
    },
  },
  ssr: { noExternal: true, external: [] },
});
