import type { ChartColors } from "@featurescope/analyzer/chart";
import { ALL_TOKENS, TOKENS, type TokenName } from "./tokens.js";

/**
 * The tokens as they hold on an element now, for a drawing that CSS does not reach (a canvas).
 * @param element an element with the styles of `tokens`, in the document
 * @param isPrinting whether it is drawn for paper, which is light whatever the theme
 */
export function chartColors(element: Element, isPrinting: boolean): ChartColors {
  const own = getComputedStyle(element).getPropertyValue(ALL_TOKENS).split("|");
  return Object.fromEntries(
    Object.entries(TOKENS).map(([name, [light]], i) => [name, isPrinting ? light : (own[i]?.trim() ?? "")]),
  ) as Record<TokenName, string>;
}
