import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./source-files.js";

const folders = ["analyzer", "gateway", "elements"];

interface Manifest {
  readonly bin?: Record<string, string>;
  readonly exports: Record<string, string | Record<string, string>>;
  readonly dependencies: Record<string, string>;
  readonly customElements?: string;
  readonly "web-types"?: string;
}

/** An empty project into which the packed packages are unpacked, with no others than those that they depend on. */
const home = mkdtempSync(join(tmpdir(), "featurescope-packages-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, args, { cwd: home, encoding: "utf8" });
}

const installed = (folder: string): string => join(home, "node_modules/@featurescope", folder);
const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(installed(folder), "package.json"), "utf8")) as Manifest;

/** Links a package that others depend on, from where npm has put it for one of the workspaces. */
function link(name: string, folder = "."): void {
  const from = [folder, "."].map((at) => join(root, at, "node_modules", name)).find(existsSync);
  const to = join(home, "node_modules", name);
  if (from === undefined || existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to);
}

/** Packs and unpacks a package; gives the paths in it. */
function install(folder: string): string[] {
  const packed = spawnSync("npm", ["pack", "--json", `--workspace=${folder}`, `--pack-destination=${home}`], {
    cwd: root,
    encoding: "utf8",
  });
  const [{ filename, files }] = JSON.parse(packed.stdout) as [
    { filename: string; files: { path: string }[] },
  ];
  mkdirSync(installed(folder), { recursive: true });
  run("tar", "-xzf", filename, "-C", installed(folder), "--strip-components=1");
  for (const name of Object.keys(manifestOf(folder).dependencies)) {
    if (!name.startsWith("@featurescope/")) link(name, folder);
  }
  return files.map(({ path }) => path);
}

writeFileSync(join(home, "package.json"), `{"private": true, "type": "module"}`);
const packed = Object.fromEntries(folders.map((folder) => [folder, install(folder)]));
for (const name of ["vue", "@types/react", "@types/node"]) link(name);

for (const folder of folders) {
  test(`${folder}: the package has all that its package.json points to, and nothing of how it is made`, () => {
    const { bin = {}, exports, customElements, "web-types": webTypes } = manifestOf(folder);
    const entries = Object.values(exports).flatMap((entry) =>
      typeof entry === "string"
        ? [entry]
        : Object.entries(entry).flatMap(([condition, path]) =>
            condition === "@featurescope/source" ? [] : [path],
          ),
    );
    const named = [...Object.values(bin), ...entries, customElements, webTypes].filter(
      (path) => path !== undefined,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(installed(folder), path)))).toEqual([]);
    expect(packed[folder]).toEqual(expect.arrayContaining(["LICENSE", "README.md"]));
    const making = /^(src|test|bench|scripts|kernel)\/|\.map$|(^|\/)(\.|ts?config)|tsbuildinfo$/;
    expect(packed[folder]?.filter((path) => making.test(path))).toEqual([]);
  });
}

test("each package has the licence's text", () => {
  const licence = readFileSync(join(root, "LICENSE"), "utf8");
  for (const folder of folders) {
    expect([folder, readFileSync(join(installed(folder), "LICENSE"), "utf8") === licence]).toEqual([
      folder,
      true,
    ]);
  }
});

test("elements bring no package but Lit, for its types, and load in Node, where pages are rendered", () => {
  expect(Object.keys(manifestOf("elements").dependencies)).toEqual(["lit"]);
  const bundle = readFileSync(join(installed("elements"), "dist/featurescope.js"), "utf8");
  const exported = /export\s*\{([^}]*)\}/
    .exec(bundle)![1]!
    .split(",")
    .map((name) => name.split(" as ").at(-1)!.trim());
  writeFileSync(
    join(home, "server.js"),
    `import * as elements from "@featurescope/elements";
     elements.setFetch(fetch);
     console.log(Object.keys(elements).join());`,
  );
  const { stdout, status } = run("node", "server.js");
  expect(status).toBe(0);
  expect(stdout.trim().split(",")).toEqual(exported.toSorted());
});

test("servers that are not Node find the same as Node does, browsers the elements", () => {
  const ways = Object.entries(manifestOf("elements").exports["."] ?? {});
  const found = (...conditions: string[]): string | undefined =>
    ways.find(([condition]) => [...conditions, "import", "default"].includes(condition))?.[1];
  const server = found("node");
  expect([found("edge-light"), found("workerd", "worker")]).toEqual([server, server]);
  expect(found("browser")).toBe("./dist/featurescope.js");
});

test("what is documented can be imported", () => {
  writeFileSync(
    join(home, "imports.js"),
    `import { decodeManifest } from "@featurescope/analyzer/artifact";
     import { populationStabilityIndex } from "@featurescope/analyzer/drift";
     import { chartHeight } from "@featurescope/analyzer/chart";
     import manifest from "@featurescope/elements/custom-elements.json" with { type: "json" };
     console.log([decodeManifest, populationStabilityIndex, chartHeight, manifest].map((it) => typeof it).join());`,
  );
  expect(run("node", "imports.js")).toMatchObject({ stdout: "function,function,function,object\n" });
});

for (const [module, resolution] of [
  ["node16", "node16"],
  ["esnext", "bundler"],
] as const) {
  test(`the types hold for strict users with moduleResolution ${resolution}, libraries checked too`, () => {
    writeFileSync(
      join(home, "types.ts"),
      `import { type Manifest as RunManifest, decodeManifest } from "@featurescope/analyzer/artifact";
       import { populationStabilityIndex } from "@featurescope/analyzer/drift";
       import { chartHeight } from "@featurescope/analyzer/chart";
       import { FeaturePanel, setFetch, type FeatureBoard } from "@featurescope/elements";
       import type { FeaturePanelProps } from "@featurescope/elements/react";
       import type { FeatureBoardProps } from "@featurescope/elements/vue";
       export const panel: FeaturePanelProps = { src: "/features/age/", theme: "dark" };
       export const board: FeatureBoardProps = { src: "/features", class: "wide" };
       // @ts-expect-error -- there is no such theme
       export const wrong: FeaturePanelProps = { theme: "blue" };
       export const found: FeatureBoard | null = document.querySelector("feature-board");
       export const manifest: RunManifest = decodeManifest({});
       setFetch((input, init) => fetch(input, init));
       export { FeaturePanel, chartHeight, populationStabilityIndex };`,
    );
    const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2023,dom,dom.iterable"];
    const modules = ["--module", module, "--moduleResolution", resolution];
    expect(
      run(join(root, "node_modules/.bin/tsc"), ...options, ...modules, "--skipLibCheck", "false", "types.ts"),
    ).toMatchObject({ stdout: "", status: 0 });
  });
}

test("the commands run from the packages, and what they need for a picture is with them", () => {
  writeFileSync(
    join(home, "rows.csv"),
    ["age", ...Array.from({ length: 200 }, (_, i) => i % 50), ""].join("\n"),
  );
  const command = join(installed("analyzer"), manifestOf("analyzer").bin?.["featurescope"] ?? "");
  expect(run("node", command, "analyze", "--data", "rows.csv", "--out", "report", "--quiet")).toMatchObject({
    status: 0,
    stderr: "",
  });
  expect(existsSync(join(home, "report/features/age/chart.png"))).toBe(true);
  const gateway = join(installed("gateway"), manifestOf("gateway").bin?.["featurescope-gateway"] ?? "");
  expect(run("node", gateway, "--help")).toMatchObject({ status: 0, stderr: "" });
});
