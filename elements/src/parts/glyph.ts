import { GLYPH_OUTLINES } from "@featurescope/analyzer/chart";
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { State } from "./state.js";

/**
 * A state's sign inside a drawing: ● stable, ◆ watch, ▲ shifted, ○ unknown, ✕ broken.
 * @param x centre
 * @param y centre
 * @param size its extent in px
 */
export function glyphMark(state: State, x: number, y: number, size: number): SVGTemplateResult {
  return svg`<path class="glyph ${state}" transform="translate(${x} ${y}) scale(${size / 2})" d=${GLYPH_OUTLINES[state]} />`;
}

/** A state's sign as an image of its own. It is hidden from speech: the state's word stands beside it. */
export function glyph(state: State, size = 13): TemplateResult {
  return html`<svg class="sign" width=${size} height=${size} viewBox="0 0 ${size} ${size}" aria-hidden="true">
    ${glyphMark(state, size / 2, size / 2, size - 2)}
  </svg>`;
}
