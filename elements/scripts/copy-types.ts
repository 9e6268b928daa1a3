// Copies the types that users of the package see into dist/declarations, with those of the analyzer that they name: so a project that embeds
// elements need not install the analyzer and its database. Run after make-manifest.ts.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const from = { types: join(root, "elements/dist/types"), analyzer: join(root, "analyzer/dist") };
const to = join(root, "elements/dist/declarations");

const IMPORTED = /((?:from |import\()["'])([^"']+)(["'])/g;
const ANALYZER = "@featurescope/analyzer/";

/** Where a file's copy lies. */
function copyOf(path: string): string {
  return path.startsWith(from.analyzer)
    ? join(to, "analyzer", relative(from.analyzer, path))
    : join(to, relative(from.types, path));
}

/** The file that a module names, where it is one of ours. */
function fileOf(module: string, importer: string): string | null {
  if (module.startsWith(ANALYZER)) return join(from.analyzer, module.slice(ANALYZER.length), "index.d.ts");
  return module.startsWith(".") ? join(dirname(importer), module.replace(/\.js$/, ".d.ts")) : null;
}

/** The module's name in the copy. */
function renamed(module: string, importer: string): string {
  const file = module.startsWith(ANALYZER) ? fileOf(module, importer) : null;
  if (file === null) return module;
  const path = relative(dirname(copyOf(importer)), copyOf(file)).replace(/\.d\.ts$/, ".js");
  return path.startsWith(".") ? path : `./${path}`;
}

const copied = new Set<string>();

async function copy(path: string): Promise<void> {
  if (copied.has(path)) return;
  copied.add(path);
  const text = await readFile(path, "utf8");
  const copyPath = copyOf(path);
  await mkdir(dirname(copyPath), { recursive: true });
  await writeFile(
    copyPath,
    text.replace(
      IMPORTED,
      (_, before: string, module: string, after: string) => `${before}${renamed(module, path)}${after}`,
    ),
  );
  for (const [, , module = ""] of text.matchAll(IMPORTED)) {
    const file = fileOf(module, path);
    if (file !== null) await copy(file);
  }
}

await rm(to, { recursive: true, force: true });
for (const entry of ["index", "react", "svelte", "vue"]) await copy(join(from.types, `${entry}.d.ts`));
