import { runtimeContext, type Runtime } from "vega";
import { SourceText } from "./shared-text.js";

/** What Vega's own runtime makes functions of expressions with: each gives a function, for a page's policy to refuse. */
type Generator = Record<
  "operator" | "parameter" | "encode",
  (context: object, expression: object) => unknown
>;

declare module "vega" {
  /** Missing in Vega's types. */
  export function runtimeContext(dataflow: { events: () => void }, transforms: object): { expr: Generator };
}

const { expr: generator } = runtimeContext({ events() {} }, {});

/** What an object under a key computes; null where it is no expression. */
function kindOf(key: string, part: object): keyof Generator | null {
  if (key === "$expr") return "channels" in part ? "encode" : "parameter";
  return key === "update" && "code" in part ? "operator" : null;
}

/**
 * A dataflow whose expressions are functions' source text, `{ run }`, as Vega's runtime generates it: to be written into a module, which
 * needs neither `eval` nor an interpreter.
 * @throws Error where the dataflow answers to events: those expressions are of other kinds
 */
export function compiledExpressions({ streams, updates, ...runtime }: Runtime): unknown {
  if (streams.length + updates.length > 0)
    throw new Error("A chart template answers to events; charts leave those to their elements.");
  return written(runtime);
}

function written(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(written);
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, part]: [string, unknown]) => {
      if (part === null || typeof part !== "object") return [key, part];
      const kind = kindOf(key, part);
      return [key, kind === null ? written(part) : { run: sourceOf(kind, part) }];
    }),
  );
}

function sourceOf(kind: keyof Generator, expression: object): SourceText {
  return new SourceText(String(generator[kind]({}, expression)).replace("function anonymous", "function"));
}
