import type { State } from "../../artifact/index.js";

const GLYPHS: Record<State, string> = { stable: "●", watch: "◆", shifted: "▲", unknown: "○", broken: "✕" };

/** The shape that stands beside a state's word, as everywhere. */
export function glyphOf(state: State): string {
  return GLYPHS[state];
}
