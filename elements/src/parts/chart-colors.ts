import type { ChartColors } from "@featurescope/analyzer/chart";
import { customProperty, TOKENS, type TokenName } from "./tokens.js";

/**
 * The tokens as they hold on an element now, for a drawing that CSS does not reach (a canvas).
 * @param element an element with the styles of `tokens`, in the document
 */
export function chartColors(element: Element): ChartColors {
  const style = getComputedStyle(element);
  const names = Object.keys(TOKENS) as TokenName[];
  const colors = names.map((name) => [name, style.getPropertyValue(customProperty(name)).trim()]);
  return Object.fromEntries(colors) as Record<TokenName, string>;
}
