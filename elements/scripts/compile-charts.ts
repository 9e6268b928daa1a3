// Compiles the charts' templates from Vega-Lite to Vega when the package is built, and lists the operators that they use, so
// that a page gets neither a compiler nor an operator that no chart has. Run: node --conditions=@featurescope/source --import tsx
import { CHART_TEMPLATE_NAMES, template } from "@featurescope/analyzer/chart";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, type Spec } from "vega";
import { compile } from "vega-lite";

const out = fileURLToPath(new URL("../src/charts/generated/", import.meta.url));
const require = createRequire(import.meta.url);
const PACKAGES = ["vega-transforms", "vega-encode", "vega-view-transforms"];

/** Files of Vega's operators by their names in lower case, as the packages' index files list them. */
async function operatorFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of PACKAGES) {
    const folder = dirname(dirname(require.resolve(name)));
    const index = await readFile(join(folder, "index.js"), "utf8");
    for (const [, operator = "", file = ""] of index.matchAll(/default as (\w+)\} from '(.+?)'/g))
      files.set(operator.toLowerCase(), join(folder, file));
  }
  return files;
}

/** Collects the types of all operators in a parsed spec. */
function collectOperators(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) for (const each of node) collectOperators(each, found);
  else if (node !== null && typeof node === "object") {
    const { id, type } = node as { id?: unknown; type?: unknown };
    if (id !== undefined && typeof type === "string") found.add(type.toLowerCase());
    for (const each of Object.values(node)) collectOperators(each, found);
  }
}

/** A warning would mean a chart that draws something else than was meant. */
const failOnWarning = {
  level: () => failOnWarning,
  error: (...parts: unknown[]): never => fail(parts),
  warn: (...parts: unknown[]): never => fail(parts),
  info: () => failOnWarning,
  debug: () => failOnWarning,
};

function fail(parts: readonly unknown[]): never {
  throw new Error(`A chart template compiles with a warning: ${parts.join(" ")}`);
}

const specs: Record<string, Spec> = {};
const used = new Set<string>();
for (const name of CHART_TEMPLATE_NAMES) {
  const { spec } = compile(template(name), { logger: failOnWarning });
  collectOperators(parse(spec, undefined, { ast: true }), used);
  specs[name] = spec;
}
const files = await operatorFiles();
const operators = [...used].filter((name) => files.has(name)).toSorted();

await mkdir(out, { recursive: true });
await writeFile(
  join(out, "specs.ts"),
  `import type { ChartTemplateName } from "@featurescope/analyzer/chart";
import type { Spec } from "vega";

export const specs = ${JSON.stringify(specs)} as unknown as Record<ChartTemplateName, Spec>;
`,
);
// By file: the packages' entries would bring all their operators along.
const address = (operator: string): string => relative(out, files.get(operator)!).split(sep).join("/");
await writeFile(
  join(out, "operators.ts"),
  `// @ts-nocheck: Vega's source files have no types.
${operators.map((operator) => `import ${operator} from "${address(operator)}";`).join("\n")}

export const operators: Record<string, unknown> = { ${operators.join(", ")} };
`,
);
