import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { State } from "./state.js";

/** Outlines around the origin, within −1 to 1. */
const OUTLINES: Record<State, string> = {
  stable: "M-.8 0a.8 .8 0 1 1 1.6 0a.8 .8 0 1 1-1.6 0z",
  watch: "M0-1L1 0L0 1L-1 0z",
  shifted: "M0-.92L1.04 .86H-1.04z",
  unknown: "M-.76 0a.76 .76 0 1 1 1.52 0a.76 .76 0 1 1-1.52 0z",
  broken: "M-.72-.72L.72 .72M.72-.72L-.72 .72",
};

/**
 * A state's sign inside a drawing: ● stable, ◆ watch, ▲ shifted, ○ unknown, ✕ broken.
 * @param x centre
 * @param y centre
 * @param size its extent in px
 */
export function glyphMark(state: State, x: number, y: number, size: number): SVGTemplateResult {
  return svg`<path class="glyph ${state}" transform="translate(${x} ${y}) scale(${size / 2})" d=${OUTLINES[state]} />`;
}

/** A state's sign as an image of its own. It is hidden from speech: the state's word stands beside it. */
export function glyph(state: State, size = 13): TemplateResult {
  return html`<svg class="sign" width=${size} height=${size} viewBox="0 0 ${size} ${size}" aria-hidden="true">
    ${glyphMark(state, size / 2, size / 2, size - 2)}
  </svg>`;
}
