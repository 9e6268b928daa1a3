// Puts the overview's script into its page: dist/overview/overview.html of the elements, copied to the analyzer's dist, which fills it with
// a report. Run after Vite has built the script: node --import tsx
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = await readFile(`${root}elements/src/overview/page.html`, "utf8");
const script = await readFile(`${root}elements/dist/overview/overview.js`, "utf8");
const made = `${root}elements/dist/overview/overview.html`;
// Whatever the script holds, it ends where the page says.
const inline = script.trim().replace(/<(?=\/script|!--)/gi, String.raw`\x3c`);
await writeFile(made, page.replace(/\s*%script%\s*/, () => inline).replace(/\s*%files%\s*/, "%files%"));
await copyFile(made, `${root}analyzer/dist/overview.html`);
