import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * `dist/featurescope.js` and, in `dist/chunks`, the parts that a page fetches only when it needs them, named by their content.
 * Beside them lie the types, which this build leaves alone.
 */
export default defineConfig({
  root: at("."),
  resolve: { conditions: ["@featurescope/source", ...defaultClientConditions] },
  plugins: [
    {
      name: "remove-old-chunks",
      apply: "build",
      buildStart: () => rm(at("dist/chunks"), { recursive: true, force: true }),
    },
    {
      // Vite wraps each import() to preload styles; there are none, and a strict page wants no links made.
      name: "plain-dynamic-imports",
      enforce: "pre",
      load: (id) =>
        id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null,
    },
  ],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    emptyOutDir: false,
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { featurescope: at("src/index.ts") },
      preserveEntrySignatures: "strict",
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "chunks/[name]-[hash].js",
        // What every element needs, in one file.
        codeSplitting: {
          groups: [
            {
              name: "core",
              test: /node_modules\/(@?lit|lit-[a-z]+)\/|elements\/src\/(controllers\/(addresses|load|load-error|seen|surroundings|result-of)|parts\/(tokens|frame|drawing|badge-styles)|fetch|feature-panel\/panel-(events|styles))\.ts|analyzer\/src\/artifact\/errors|preload-helper/,
            },
          ],
        },
      },
    },
  },
});
