import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, sourceFiles } from "./source-files.js";

const sources = ["analyzer/src", "gateway/src", "elements/src", "stories/src", "stories/demo"].flatMap(
  sourceFiles,
);
const lines = (path: string): number => readFileSync(join(root, path), "utf8").trimEnd().split("\n").length;

test("files are kebab-case", () => {
  expect(
    sources.filter((path) => !/^[a-z0-9-]+(\.(stories|d))?\.ts$/.test(path.split("/").at(-1) ?? "")),
  ).toEqual([]);
});

test("no source file is over 300 lines and the median is at most 100", () => {
  const sizes = sources.map(lines).sort((a, b) => a - b);
  expect(sources.filter((path) => lines(path) > 300)).toEqual([]);
  expect(sizes[sizes.length >> 1]).toBeLessThanOrEqual(100);
});

test("index files are lists", () => {
  const faults = sources
    .filter((path) => path.endsWith("/index.ts") && !path.startsWith("elements/src/index"))
    .filter(
      (path) =>
        !/^(\s*(export|\/\*\*|\*|\/\/|type |\}|[\w, ]+,?$).*\n?)*$/.test(
          readFileSync(join(root, path), "utf8"),
        ),
    );
  expect(faults).toEqual([]);
});

test("every end-to-end test asserts something", () => {
  const faults = sourceFiles("e2e/src")
    .filter((path) => path.endsWith(".spec.ts"))
    .flatMap((path) =>
      readFileSync(join(root, path), "utf8")
        .split(/\n(?=\s*test\()/)
        .filter((block) => /^\s*test\(/.test(block) && !/\bexpect/.test(block))
        .map((block) => `${path}: ${block.trim().split("\n")[0]}`),
    );
  expect(faults).toEqual([]);
});

function exported(folder: string): string[] {
  const json = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as { exports?: object };
  return Object.keys(json.exports ?? {});
}

test("packages export what DESIGN.md names and the credentials that the gateway shares, and nothing else", () => {
  expect(exported("analyzer")).toEqual(["./artifact", "./drift", "./chart", "./credentials"]);
  expect(exported("gateway")).toEqual([]);
  expect(exported("elements")).toEqual([".", "./react", "./svelte", "./vue", "./custom-elements.json"]);
});
