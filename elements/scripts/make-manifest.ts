// Writes what others read of the elements, from their comments: the manifest, editors' data and frameworks' types into dist,
// and with --readme the reference in README.md. Run: node --conditions=@featurescope/source --import tsx
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { customElementsJson } from "./manifest/custom-elements-json.js";
import { cssCustomData, htmlCustomData, webTypes } from "./manifest/editor-data.js";
import { readElements } from "./manifest/read-elements.js";
import { withTables } from "./manifest/readme-tables.js";
import { reactTypes, svelteTypes, vueTypes } from "./manifest/wrapper-types.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const docs = readElements();
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
if (process.argv.includes("--readme")) {
  const readme = `${root}README.md`;
  await writeFile(readme, withTables(await readFile(readme, "utf8"), docs));
} else {
  const { version } = JSON.parse(await readFile(`${root}package.json`, "utf8")) as { version: string };
  const files = {
    "custom-elements.json": json(customElementsJson(docs)),
    "editor/html-custom-data.json": json(htmlCustomData(docs)),
    "editor/css-custom-data.json": json(cssCustomData(docs)),
    "editor/web-types.json": json(webTypes(docs, version)),
    "types/react.d.ts": reactTypes(docs),
    "types/svelte.d.ts": svelteTypes(docs),
    "types/vue.d.ts": vueTypes(docs),
  };
  for (const folder of ["editor", "types"]) await mkdir(`${root}dist/${folder}`, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(`${root}dist/${name}`, text);
}
