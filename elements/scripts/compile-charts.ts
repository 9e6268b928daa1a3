import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
// Compiles the charts' templates from Vega-Lite to Vega's dataflows when the package is built, and lists the operators that they
// use, so that a page gets neither compiler nor parser nor interpreter nor an operator that no chart has, and parses nothing.
// Run: node --conditions=@featurescope/source --import tsx
import { CHART_TEMPLATE_NAMES, chartTemplate } from "@featurescope/analyzer/chart";
import { parse } from "vega";
import { compile } from "vega-lite";
import { chartFunctions } from "../src/charts/chart-functions.js";
import { compiledExpressions } from "./compiled-expressions.js";
import { sharedText } from "./shared-text.js";

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

/** Calls a visitor with every object in a dataflow. */
function visit(node: unknown, visitor: (object: Record<string, unknown>) => void): void {
  if (node === null || typeof node !== "object") return;
  if (!Array.isArray(node)) visitor(node as Record<string, unknown>);
  for (const part of Object.values(node)) visit(part, visitor);
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

/** Functions of Vega's own are called on `this`. */
function checkFunctions(code: string): void {
  for (const [, called = ""] of code.matchAll(/this\.(\w+)/g))
    if (!Object.hasOwn(chartFunctions, called))
      throw new Error(`A template calls ${called}(), which charts/chart-functions.ts does not have.`);
}

const runtimes: Record<string, unknown> = {};
const used = new Set<string>();
for (const name of CHART_TEMPLATE_NAMES) {
  const { spec } = compile(chartTemplate(name), { logger: failOnWarning });
  const runtime = parse(spec);
  visit(runtime, ({ id, type, code }) => {
    if (id !== undefined && typeof type === "string") used.add(type.toLowerCase());
    if (typeof code === "string") checkFunctions(code);
  });
  runtimes[name] = compiledExpressions(runtime);
}
const files = await operatorFiles();
const operators = [...used].filter((name) => files.has(name)).toSorted();

await mkdir(out, { recursive: true });
const { constants, expression } = sharedText(runtimes);
await writeFile(
  join(out, "runtimes.ts"),
  `// @ts-nocheck: functions as Vega generates them.
import type { ChartTemplateName } from "@featurescope/analyzer/chart";
import type { Runtime } from "vega";

${constants}
export const runtimes = ${expression} as unknown as Record<ChartTemplateName, Runtime>;
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
