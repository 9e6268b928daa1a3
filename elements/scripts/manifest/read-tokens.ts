import { TOKENS, type TokenName, customProperty } from "../../src/parts/tokens.js";
import type { ElementDoc } from "./element-doc.js";

/**
 * The custom properties of all elements' colours, each with the comment that stands before it, or before the token that it
 * shares it with.
 * @param source text of `parts/tokens.ts`
 */
export function readTokens(source: string): ElementDoc["cssProperties"] {
  const comments = [...source.matchAll(/\/\*\* ([^\n]*?) \*\/\n\s+(\w+): \[/g)];
  const byToken = new Map(comments.map(([, comment = "", token = ""]) => [token, comment]));
  let description = "";
  return Object.entries(TOKENS).map(([token, [light, dark]]) => {
    description = byToken.get(token) ?? description;
    return { name: customProperty(token as TokenName), description, default: `${light}, dark ${dark}` };
  });
}
