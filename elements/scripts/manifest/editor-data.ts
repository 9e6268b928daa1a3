import { type Described, type ElementDoc, valuesOf } from "./element-doc.js";

/** What an editor shows of an element: the sentence, then the rest of the comment. */
const markdown = ({ summary, description }: ElementDoc): string => `${summary}\n\n${description}`;

const plain = ({ name, description }: Described): Described => ({ name, description });

/** Visual Studio Code's custom data for HTML (`html.customData`). */
export function htmlCustomData(docs: readonly ElementDoc[]): unknown {
  return {
    version: 1.1,
    tags: docs.map((doc) => ({
      name: doc.tag,
      description: { kind: "markdown", value: markdown(doc) },
      attributes: doc.attributes.map(({ name, description, type }) => ({
        name,
        description,
        ...(type === "boolean" ? { valueSet: "v" } : {}),
        values: valuesOf(type).map((value) => ({ name: value })),
      })),
    })),
  };
}

/** Visual Studio Code's custom data for style sheets (`css.customData`). */
export function cssCustomData(docs: readonly ElementDoc[]): unknown {
  const properties = new Map(docs.flatMap((doc) => doc.cssProperties).map((each) => [each.name, each]));
  return {
    version: 1.1,
    properties: [...properties.values()].map(({ name, description }) => ({ name, description })),
  };
}

/** Web types, which JetBrains' editors read from the package's `web-types`. */
export function webTypes(docs: readonly ElementDoc[], version: string): unknown {
  return {
    $schema: "https://json.schemastore.org/web-types",
    name: "@featurescope/elements",
    version,
    "description-markup": "markdown",
    contributions: {
      html: {
        elements: docs.map((doc) => ({
          name: doc.tag,
          description: markdown(doc),
          attributes: doc.attributes.map(({ name, description, type }) => ({
            name,
            description,
            value: { type: type === "boolean" ? "boolean" : valuesOf(type).length > 0 ? type : "string" },
          })),
          js: {
            properties: [
              ...doc.attributes.map(({ field, description, type }) => ({ name: field, description, type })),
              ...doc.properties,
            ],
            events: doc.events.map(plain),
          },
          css: { parts: doc.parts.map(plain), properties: doc.cssProperties.map(plain) },
        })),
      },
    },
  };
}
