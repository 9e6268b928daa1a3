import { isNarrow } from "./parts/is-narrow.js";

/** Height of a chart that is two texts, in px: a line each, or two in a narrow zone. */
export function sentenceHeight(width: number): number {
  return isNarrow(width) ? 84 : 48;
}
