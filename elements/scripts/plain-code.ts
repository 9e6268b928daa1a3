import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const sources = fileURLToPath(new URL("../src/", import.meta.url));

function denseStyles(styles: string): string {
  return styles
    .replace(/\n\s*\/\* .* \*\/(?=\n)/g, "")
    .replace(/\s*([{};])\s*/g, "$1")
    .replace(/([:,])\s+/g, "$1")
    .replace(/;}/g, "}")
    .replace(/="([a-z]+)"\]/g, "=$1]");
}

/** `__vitePreload(() => import("…"), …)`, also with a function that takes names out of the module. */
const WRAPPED_IMPORT =
  /__vitePreload\((?:\(\) => (import\("[^"]+"\))|async \(\) => \{\s*const \{[^}]*\} = await (import\("[^"]+"\));\s*return \{[^}]*\};\s*\}), __VITE_PRELOAD__\)/g;

/** Leaves out of the elements' code what no page needs. */
export const plainCode: Plugin[] = [
  {
    // Comments and blanks of styles, and the indentation of templates, which minifiers take for text.
    name: "without-comments-and-indentation",
    enforce: "pre",
    transform: (code, id) =>
      id.startsWith(sources)
        ? { code: code.replace(/css`[^`]*`/g, denseStyles).replace(/\n[ \t]+/g, "\n"), map: null }
        : null,
  },
  {
    // Vite wraps each import() to preload styles; there are none, and a strict page wants no links made.
    name: "plain-dynamic-imports",
    enforce: "pre",
    load: (id) =>
      id === "\0vite/preload-helper.js" ? "export const __vitePreload = (load) => load();" : null,
  },
  {
    // And what is left of the wrapping: functions around each import() that do nothing.
    name: "bare-dynamic-imports",
    renderChunk: (code) => ({ code: code.replace(WRAPPED_IMPORT, "$1$2"), map: null }),
  },
];
