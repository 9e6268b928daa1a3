import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";

/** `dist/featurescope.js` and, beside it, the parts that a page fetches only when it needs them, named by their content. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  resolve: { conditions: ["@featurescope/source", ...defaultClientConditions] },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    emptyOutDir: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { featurescope: fileURLToPath(new URL("src/index.ts", import.meta.url)) },
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
