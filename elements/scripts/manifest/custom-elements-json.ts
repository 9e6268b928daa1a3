import type { ClassDeclaration, CustomElement, Package } from "custom-elements-manifest/schema";
import type { ElementDoc } from "./element-doc.js";

/** The file that defines all elements, as a page loads it. */
const MODULE = "dist/featurescope.js";

/** The custom elements manifest (schema 1.0.0) of the package. */
export function customElementsJson(docs: readonly ElementDoc[]): Package {
  return {
    schemaVersion: "1.0.0",
    readme: "README.md",
    modules: [
      {
        kind: "javascript-module",
        path: MODULE,
        declarations: docs.map(declarationOf),
        exports: docs.map(({ tag, className }) => ({
          kind: "custom-element-definition",
          name: tag,
          declaration: { name: className, module: MODULE },
        })),
      },
    ],
  };
}

const field = (name: string, description: string, type: string) =>
  ({ kind: "field", name, description, type: { text: type } }) as const;

function declarationOf(doc: ElementDoc): ClassDeclaration & CustomElement {
  const { tag, className, summary, description, attributes, properties, methods, events, parts } = doc;
  return {
    kind: "class",
    customElement: true,
    name: className,
    tagName: tag,
    summary,
    description,
    superclass: { name: "LitElement", package: "lit" },
    attributes: attributes.map(({ name, description: text, type, field: fieldName }) => ({
      name,
      description: text,
      type: { text: type },
      fieldName,
    })),
    members: [
      ...attributes.map((each) => field(each.field, each.description, each.type)),
      ...properties.map((each) => field(each.name, each.description, each.type)),
      ...methods.map((each) => ({ kind: "method", ...each }) as const),
    ],
    events: events.map(({ type, ...event }) => ({ ...event, type: { text: type } })),
    cssParts: parts,
    cssProperties: doc.cssProperties,
  };
}
