import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ERRORS } from "../../analyzer/src/artifact/index.js";
import { root, sourceFiles } from "./source-files.js";

const read = (path: string): string => readFileSync(join(root, path), "utf8");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "analyzer/README.md",
  "analyzer/bench/README.md",
  "analyzer/test/data/README.md",
  "docs/false-alarms.md",
  "docs/peers.md",
  "docs/verdicts.md",
  "docs/when-a-feature-alarms.md",
  "docs/when-something-fails.md",
  "elements/README.md",
  "elements/bench/README.md",
  "gateway/README.md",
  "gateway/bench/README.md",
  "stories/README.md",
  "stories/demo/data/README.md",
];

for (const document of documents) {
  test(`${document} has no dead link`, () => {
    const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });
}

/** What GitHub makes of headings for addresses. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );

test("links into documents lead to a heading that is there", () => {
  const links = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)].map(([, path = "", anchor = ""]) => ({
      document,
      target: path === "" ? document : join(dirname(document), path),
      anchor,
    })),
  );
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ target, anchor }) => !anchorsOf(read(target)).includes(anchor))).toEqual([]);
});

test("README lists every error with its exit code and status, and no other", () => {
  const listed = [...read("README.md").matchAll(/^\| `([a-z-]+)` \| (\d) \| (\d+|–) \| (.*) \|$/gm)];
  expect(listed.map(([, code, exit, status, meaning]) => [code, exit, status, meaning])).toEqual(
    Object.entries(ERRORS).map(([code, entry]) => [
      code,
      String(entry.exit),
      String(entry.status ?? "–"),
      entry.meaning,
    ]),
  );
});

const isTest = (name: string): boolean =>
  ["gateway", "analyzer"].some((folder) => existsSync(join(root, folder, "test", `${name}.test.ts`)));

test("every fault that is told of names tests that are there", () => {
  const rows = read("docs/when-something-fails.md")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| what happens"));
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    const named = [...(row.split("|").at(-2) ?? "").matchAll(/`([\w/-]+)`/g)].map((match) => match[1] ?? "");
    expect([row, named.length > 0, named.filter((name) => !isTest(name))]).toEqual([row, true, []]);
  }
});

test("npm scripts that the documents name exist", () => {
  const named = documents.flatMap((document) =>
    [...read(document).matchAll(/npm run ([a-z:-]+)(?: -w ([a-z]+))?/g)].map(
      ([, script = "", folder = "."]) => ({ script, folder }),
    ),
  );
  expect(named.length).toBeGreaterThan(10);
  const isThere = ({ script, folder }: (typeof named)[number]): boolean =>
    script in (JSON.parse(read(`${folder}/package.json`)) as { scripts: Record<string, string> }).scripts;
  expect(named.filter((each) => !isThere(each))).toEqual([]);
});

test("source files that the documents name exist", () => {
  const files = ["analyzer", "gateway", "elements", "stories", "e2e", "scripts"].flatMap(sourceFiles);
  const named = documents.flatMap((document) =>
    [...read(document).matchAll(/`([\w/-]+\.(?:test\.)?ts)`/g)].map((match) => match[1] ?? ""),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !files.some((file) => file.endsWith(`/${name}`) || file === name))).toEqual(
    [],
  );
});

test("every dependency has a reason in CONTRIBUTING.md", () => {
  const contributing = read("CONTRIBUTING.md");
  const dependencies = ["analyzer", "gateway", "elements", "stories"].flatMap((folder) =>
    Object.keys((JSON.parse(read(`${folder}/package.json`)) as { dependencies?: object }).dependencies ?? {}),
  );
  expect(
    dependencies.filter((name) => !name.startsWith("@featurescope/") && !contributing.includes(name)),
  ).toEqual([]);
});
