import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readElements } from "../../elements/scripts/manifest/read-elements.js";
import { withTables } from "../../elements/scripts/manifest/readme-tables.js";
import { importsOf, root, sourceFiles } from "./source-files.js";

const docs = readElements();
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Texts of a module and of all that it imports from the elements, at once or later. */
function codeOf(module: string, seen = new Set<string>()): string[] {
  const path = `${module}.ts`;
  if (seen.has(path) || !module.startsWith("elements/src/") || !existsSync(join(root, path))) return [];
  seen.add(path);
  return [read(path), ...importsOf(path).flatMap((name) => codeOf(name, seen))];
}

/** Everything that a pattern's first group finds, once each and sorted. */
function found(code: string, pattern: RegExp): string[] {
  return [...new Set([...code.matchAll(pattern)].map((match) => match[1] ?? ""))].toSorted();
}

const named = (entries: readonly { name: string }[]): string[] => entries.map(({ name }) => name).toSorted();

const kebab = (token: string): string => token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Types of events by their classes. */
const eventTypes = new Map(
  sourceFiles("elements/src").flatMap((path) =>
    [...read(path).matchAll(/class (\w+) extends Event \{\s+static readonly type = "([\w-]+)"/g)].map(
      ([, className = "", type = ""]) => [className, type] as const,
    ),
  ),
);

test("every element that the package defines is in the manifest, and no other", () => {
  const index = read("elements/src/index.ts");
  expect(docs.map(({ tag }) => tag)).toEqual(found(index, /"(feature-[\w-]+)"[,:]/g));
});

for (const { tag, className, description, attributes, properties, events, parts, cssProperties } of docs) {
  const own = read(`elements/src/${tag}/${tag}.ts`);
  // What shows a panel inside passes its events on.
  const inner = own.includes("<feature-panel") ? codeOf("elements/src/feature-panel/feature-panel") : [];
  const code = codeOf(`elements/src/${tag}/${tag}`).join("\n");

  test(`<${tag}>: attributes and properties are those of the class`, () => {
    const fields = [...own.matchAll(/@property\((?:\{(.*?)\})?\)\s+(\w+)/g)];
    const names = (kept: boolean): string[] =>
      fields
        .filter(([, options]) => !(options ?? "").includes("attribute: false") === kept)
        .map(([, , name = ""]) => name);
    expect(fields.length).toBeGreaterThan(0);
    expect(attributes.map(({ field }) => field).toSorted()).toEqual(names(true).toSorted());
    expect(named(properties)).toEqual(names(false).toSorted());
    expect(own).toContain(`export class ${className} `);
    expect(description).toContain(`<${tag}`);
  });

  test(`<${tag}>: parts are those of its templates`, () => {
    expect(named(parts)).toEqual(found(code, /\spart="(\w+)"/g));
  });

  test(`<${tag}>: events are those that it fires`, () => {
    const fired = found([code, ...inner].join("\n"), /new (\w+Event)\(/g);
    expect(events.map(({ type }) => type).toSorted()).toEqual(fired.filter((name) => eventTypes.has(name)));
    for (const { name, type } of events) expect(eventTypes.get(type)).toBe(name);
  });

  test(`<${tag}>: custom properties are those that its styles read`, () => {
    const known = named(cssProperties);
    expect(found(code, /var\((--featurescope-[\w-]+)/g).filter((name) => !known.includes(name))).toEqual([]);
  });
}

test("every custom property is read by some style, or by what draws charts", () => {
  const styles = sourceFiles("elements/src").map(read).join("\n");
  const charts = sourceFiles("analyzer/src/chart").map(read).join("\n");
  const used = new Set([
    ...found(styles, /var\((--featurescope-[\w-]+)/g),
    ...found(charts, /"(\w+)"/g).map((token) => `--featurescope-${kebab(token)}`),
  ]);
  const names = new Set(docs.flatMap(({ cssProperties }) => cssProperties.map(({ name }) => name)));
  expect([...names].filter((name) => !used.has(name))).toEqual([]);
});

test("elements/README.md says what the comments say", () => {
  const readme = read("elements/README.md");
  expect(withTables(readme, docs), "run node elements/scripts/make-manifest.ts --readme").toBe(readme);
});
