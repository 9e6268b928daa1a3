import type { ElementDoc } from "./element-doc.js";

/** `featurescope-load` → `FeaturescopeLoad`. */
const pascal = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const imports = (docs: readonly ElementDoc[]): string => {
  const names = docs.flatMap(({ className, events }) => [className, ...events.map(({ type }) => type)]);
  return `import type { ${[...new Set(names)].toSorted().join(", ")} } from "@featurescope/elements";`;
};

/** The interface of a tag's props. @param what it has, for its comment @param bases what it extends */
const propsOf = (
  { tag, className, summary }: ElementDoc,
  what: string,
  bases: string,
  members: readonly string[],
): string => `/** ${summary} ${what} of \`<${tag}>\`. */
export interface ${className}Props extends ${bases} {
${members.join("\n")}
}`;

/** Members of attributes and events as HTML calls them. */
const asInHtml = ({ attributes, events }: ElementDoc): string[] => [
  ...attributes.map(({ name, type, description }) => member(name, type, description)),
  ...events.map(({ name, type, description }) =>
    member(`on${name}`, `((event: ${type}) => void)`, description),
  ),
];

const asProperties = ({ className, properties }: ElementDoc): string[] =>
  properties.map(({ name, description }) => member(name, `${className}["${name}"]`, description));

const member = (name: string, type: string, description: string): string =>
  `  /** ${description} */\n  ${/^\w+$/.test(name) ? name : `"${name}"`}?: ${type} | undefined;`;

/** Types of the tags in React 19's JSX, which takes attributes and events of custom elements as they are called. */
export function reactTypes(docs: readonly ElementDoc[]): string {
  const props = docs.map((doc) => {
    const bases = `HTMLAttributes<${doc.className}>, RefAttributes<${doc.className}>`;
    return propsOf(doc, "Attributes and events", bases, asInHtml(doc));
  });
  const tags = docs.map(({ tag, className }) => `      "${tag}": ${className}Props;`);
  return `${imports(docs)}
import type { HTMLAttributes, RefAttributes } from "react";

${props.join("\n\n")}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
${tags.join("\n")}
    }
  }
}
`;
}

/** Types of the tags in Svelte's templates, which give attributes and events as they are called, and properties beside them. */
export function svelteTypes(docs: readonly ElementDoc[]): string {
  const props = docs.map((doc) =>
    propsOf(doc, "Attributes, properties and events", `HTMLAttributes<${doc.className}>`, [
      ...asInHtml(doc),
      ...asProperties(doc),
    ]),
  );
  const tags = docs.map(({ tag, className }) => `    "${tag}": ${className}Props;`);
  return `${imports(docs)}
import type { HTMLAttributes } from "svelte/elements";

${props.join("\n\n")}

declare module "svelte/elements" {
  interface SvelteHTMLElements {
${tags.join("\n")}
  }
}
`;
}

/** Types of the tags in Vue's templates, which give attributes by their fields' names and events as `onName`. */
export function vueTypes(docs: readonly ElementDoc[]): string {
  const props = docs.map((doc) =>
    propsOf(doc, "Properties and events", "HTMLAttributes, VNodeProps", [
      ...doc.attributes.map(({ field, type, description }) => member(field, type, description)),
      ...asProperties(doc),
      ...doc.events.map(({ name, type, description }) =>
        member(`on${pascal(name)}`, `((event: ${type}) => void)`, description),
      ),
    ]),
  );
  const tags = docs.map(
    ({ tag, className }) => `    "${tag}": new () => ${className} & { $props: ${className}Props };`,
  );
  return `${imports(docs)}
import type { HTMLAttributes, VNodeProps } from "vue";

${props.join("\n\n")}

declare module "vue" {
  interface GlobalComponents {
${tags.join("\n")}
  }
}
`;
}
