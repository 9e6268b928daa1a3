import type { ElementDoc } from "./element-doc.js";

/** `featurescope-load` → `FeaturescopeLoad`. */
const pascal = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const imports = (docs: readonly ElementDoc[]): string => {
  const names = docs.flatMap(({ className, events }) => [className, ...events.map(({ type }) => type)]);
  return `import type { ${[...new Set(names)].toSorted().join(", ")} } from "@featurescope/elements";`;
};

const member = (name: string, type: string, description: string): string =>
  `  /** ${description} */\n  ${/^\w+$/.test(name) ? name : `"${name}"`}?: ${type} | undefined;`;

/** Types of the tags in React 19's JSX, which takes attributes and events of custom elements as they are called. */
export function reactTypes(docs: readonly ElementDoc[]): string {
  const props = docs.map(
    ({
      tag,
      className,
      summary,
      attributes,
      events,
    }) => `/** ${summary} Attributes and events of \`<${tag}>\`. */
export interface ${className}Props extends HTMLAttributes<${className}>, RefAttributes<${className}> {
${[
  ...attributes.map(({ name, type, description }) => member(name, type, description)),
  ...events.map(({ name, type, description }) =>
    member(`on${name}`, `((event: ${type}) => void)`, description),
  ),
].join("\n")}
}`,
  );
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

/** Types of the tags in Vue's templates, which give attributes by their fields' names and events as `onName`. */
export function vueTypes(docs: readonly ElementDoc[]): string {
  const props = docs.map(
    ({
      tag,
      className,
      summary,
      attributes,
      properties,
      events,
    }) => `/** ${summary} Properties and events of \`<${tag}>\`. */
export interface ${className}Props extends HTMLAttributes, VNodeProps {
${[
  ...attributes.map(({ field, type, description }) => member(field, type, description)),
  ...properties.map(({ name, description }) => member(name, `${className}["${name}"]`, description)),
  ...events.map(({ name, type, description }) =>
    member(`on${pascal(name)}`, `((event: ${type}) => void)`, description),
  ),
].join("\n")}
}`,
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
