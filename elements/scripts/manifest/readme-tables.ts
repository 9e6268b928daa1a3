import type { Described, ElementDoc } from "./element-doc.js";

const START =
  "<!-- elements: made from the class comments by elements/scripts/make-manifest.ts, checked by a test -->";

const cell = (text: string): string => text.replaceAll("|", "\\|");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map(cell))];
  return `${lines
    .map((line) => `| ${line.join(" | ")} |`)
    .join("\n")
    .replace(/\| ---/g, "|---")
    .replace(/--- \|/g, "---|")}\n`;
}

const code = (text: string): string => `\`${text}\``;
const list = (rows: readonly Described[]): string[][] =>
  rows.map(({ name, description }) => [code(name), description]);

function section({ tag, summary, attributes, properties, methods, events, parts }: ElementDoc): string {
  return [
    `### \`<${tag}>\`\n\n${summary}\n`,
    table(
      ["attribute", "values", ""],
      attributes.map(({ name, type, description }) => [code(name), code(type), description]),
    ),
    table(
      ["property or method", ""],
      [...list(properties), ...methods.map(({ name, description }) => [code(`${name}()`), description])],
    ),
    table(
      ["event", "class", ""],
      events.map(({ name, type, description }) => [code(name), code(type), description]),
    ),
    table(["part", ""], list(parts)),
  ]
    .filter((text) => text !== "")
    .join("\n");
}

/** The README with its reference of the elements written anew. */
export function withTables(readme: string, docs: readonly ElementDoc[]): string {
  const before = readme.split(START)[0] ?? "";
  const colors = docs.find(({ cssProperties }) => cssProperties.length > 0)?.cssProperties ?? [];
  const custom = table(
    ["custom property", "by default", ""],
    colors.map(({ name, default: value, description }) => [code(name), value, description]),
  );
  const reference = [...docs.map(section), `### Custom properties of all elements\n\n${custom}`];
  return `${before}${START}\n\n${reference.join("\n")}`;
}
