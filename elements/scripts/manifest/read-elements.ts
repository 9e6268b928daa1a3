import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create, ts } from "@custom-elements-manifest/analyzer";
import { litPlugin } from "@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js";
import type {
  ClassDeclaration,
  ClassField,
  ClassMember,
  CustomElement,
  Declaration,
} from "custom-elements-manifest/schema";
import type { ElementDoc } from "./element-doc.js";
import { readTokens } from "./read-tokens.js";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** Folders of elements are named as their tags, and so is the file of the class. */
const TAGS = readdirSync(src).filter(
  (folder) => folder.startsWith("feature-") && existsSync(`${src}${folder}/${folder}.ts`),
);

/** What the comments say of every element, in the order of their tags. @throws Error where one says too little */
export function readElements(): ElementDoc[] {
  const modules = TAGS.map((tag) => {
    const path = `${tag}/${tag}.ts`;
    return ts.createSourceFile(path, readFileSync(src + path, "utf8"), ts.ScriptTarget.ES2015, true);
  });
  const tokens = readTokens(readFileSync(`${src}parts/tokens.ts`, "utf8"));
  return create({ modules, plugins: litPlugin() }).modules.map(({ path, declarations = [] }) => {
    const element = declarations.find(isElement);
    if (element === undefined) throw new Error(`Expected a custom element in ${path}, found none.`);
    return docOf(path.split("/")[0] ?? "", element, tokens);
  });
}

/** By what all of them extend. */
function isElement(declaration: Declaration): declaration is ClassDeclaration & CustomElement {
  return declaration.kind === "class" && declaration.superclass?.name === "MovableElement";
}

function docOf(
  tag: string,
  element: ClassDeclaration & CustomElement,
  tokens: ElementDoc["cssProperties"],
): ElementDoc {
  const { name: className, summary = "", description = "" } = element;
  const attributes = element.attributes ?? [];
  const isAttribute = (field: string): boolean => attributes.some(({ fieldName }) => fieldName === field);
  const members = (element.members ?? []).filter(isOpen);
  const ownFont = element.cssProperties ?? [];
  const doc: ElementDoc = {
    tag,
    className,
    summary,
    description,
    attributes: attributes.map((attribute) => ({
      ...described(attribute),
      type: withoutNothing(attribute.type?.text ?? "string"),
      field: attribute.fieldName ?? "",
    })),
    properties: members
      .filter((member): member is ClassField => member.kind === "field" && !isAttribute(member.name))
      .map((member) => ({ ...described(member), type: member.type?.text ?? "unknown" })),
    methods: members.filter(({ kind }) => kind === "method").map(described),
    // Beside the documented ones, the analyzer lists what it finds dispatched, without a name.
    events: (element.events ?? [])
      .filter(({ name }) => name)
      .map((event) => ({ ...described(event), type: event.type?.text ?? "" })),
    parts: (element.cssParts ?? []).map(described),
    cssProperties:
      ownFont.length === 0
        ? []
        : [...ownFont.map((each) => ({ ...described(each), default: "" })), ...tokens],
  };
  complainOfGaps(doc);
  return doc;
}

function described({ name, description = "" }: { name: string; description?: string }) {
  return { name, description: description.replaceAll(/\s*\n\s*/g, " ") };
}

/** What a page may use: no private members, none of Lit's life cycle, no statics. */
function isOpen(member: ClassMember): boolean {
  const isStatic = "static" in member && member.static;
  return !isStatic && member.privacy === undefined && !member.name.startsWith("#");
}

/** The type of a field as that of an attribute, which is left out in place of being null or empty. */
function withoutNothing(type: string): string {
  const members = type.split("|").map((member) => member.trim());
  return members.filter((member) => !["null", '""'].includes(member)).join(" | ");
}

function complainOfGaps(doc: ElementDoc): void {
  const gaps = [
    ...(doc.summary === "" ? ["a summary"] : []),
    ...doc.attributes
      .filter(({ field }) => field === "")
      .map(({ name }) => `a field for the attribute ${name}`),
    ...doc.events.filter(({ type }) => type === "").map(({ name }) => `the class of the event ${name}`),
    ...[doc.attributes, doc.properties, doc.methods, doc.events, doc.parts, doc.cssProperties]
      .flat()
      .filter(({ description }) => description === "")
      .map(({ name }) => `a description of ${name}`),
  ];
  if (gaps.length > 0) throw new Error(`<${doc.tag}>: the comments lack ${gaps.join(", ")}.`);
}
