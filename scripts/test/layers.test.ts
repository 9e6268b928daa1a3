import { expect, test } from "vitest";
import { importsOf, sourceFiles } from "./source-files.js";

const own = "@featurescope/analyzer";

/** Each layer with what it may import; a path ends in `/`, everything else is a package's name. */
const layers: Record<string, string[]> = {
  "analyzer/src/artifact": ["analyzer/src/artifact/"],
  "analyzer/src/drift": ["analyzer/src/artifact/", "analyzer/src/drift/"],
  "analyzer/src/chart": ["analyzer/src/artifact/", "analyzer/src/drift/", "analyzer/src/chart/", "vega-lite"],
  "analyzer/src/credentials": ["analyzer/src/artifact/", "analyzer/src/credentials/", "*"],
  "gateway/src": ["gateway/src/", `${own}/artifact`, `${own}/credentials`, "*"],
  "elements/src": ["elements/src/", `${own}/artifact`, `${own}/drift`, `${own}/chart`, "*"],
  "stories/src": ["stories/src/", "@featurescope/elements", `${own}/artifact`, `${own}/drift`, "*"],
  "stories/demo": ["stories/demo/", "*"],
  "e2e/src": ["e2e/src/", "*"],
};

function allowed(name: string, rules: string[]): boolean {
  if (
    rules.some((rule) =>
      rule.endsWith("/") ? name.startsWith(rule) : name === rule || name.startsWith(`${rule}/`),
    )
  ) {
    return !name.startsWith(own) || rules.includes(name);
  }
  // "*": any package from outside, but none of ours and no file of another folder.
  const isOurs =
    name.startsWith("@featurescope/") || /^(analyzer|gateway|elements|stories|e2e|scripts)\//.test(name);
  return rules.includes("*") && !isOurs;
}

for (const [layer, rules] of Object.entries(layers)) {
  test(`${layer} imports only ${rules.join(", ")}`, () => {
    const crossed = sourceFiles(layer).flatMap((path) =>
      importsOf(path)
        .filter((name) => !allowed(name, rules))
        .map((name) => `${path} imports ${name}`),
    );
    expect(crossed).toEqual([]);
  });
}

test("arquero is imported in analyzer/src/report only", () => {
  const users = ["analyzer/src", "gateway/src", "elements/src"]
    .flatMap(sourceFiles)
    .filter((path) => importsOf(path).includes("arquero"));
  expect(users.filter((path) => !path.startsWith("analyzer/src/report/"))).toEqual([]);
});

test("rows are seen in dataset and profile only", () => {
  const users = sourceFiles("analyzer/src").filter((path) => importsOf(path).includes("@duckdb/node-api"));
  expect(users.filter((path) => !path.startsWith("analyzer/src/dataset/"))).toEqual([]);
});

/** Folders of a layer from its first step to its last; each imports only those before it, and files that lie in none. */
const steps: Record<string, string[]> = {
  "analyzer/src/drift": [
    "words",
    "format",
    "bins",
    "noise",
    "measures",
    "verdict",
    "finding",
    "sentences",
    "runs",
  ],
  "analyzer/src/profile": ["values", "distinct", "ranks", "shape", "scan", "merge"],
  "analyzer/src/report": ["read", "run", "picture", "summary", "write"],
};

for (const [layer, folders] of Object.entries(steps)) {
  test(`${layer} steps from ${folders.join(" to ")}`, () => {
    const stepOf = (path: string): string => path.slice(layer.length + 1).split("/")[0] ?? "";
    const paths = sourceFiles(layer);
    const inFolders = new Set(paths.filter((path) => path.slice(layer.length + 1).includes("/")).map(stepOf));
    expect([...inFolders].sort()).toEqual([...folders].sort());
    const back = paths
      .filter((path) => inFolders.has(stepOf(path)))
      .flatMap((path) =>
        importsOf(path)
          .filter((name) => name.startsWith(`${layer}/`) && inFolders.has(stepOf(name)))
          .filter((name) => folders.indexOf(stepOf(name)) > folders.indexOf(stepOf(path)))
          .map((name) => `${path} imports ${name}`),
      );
    expect(back).toEqual([]);
  });
}
