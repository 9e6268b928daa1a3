import { html, svg, type TemplateResult } from "lit";
import type { SharedAxis } from "./shared-axis.js";

/** Ticks with their figures, over the whole width of the place that they are put in. */
export function axisPicture(axis: SharedAxis, most: number, language: string): TemplateResult {
  return html`<svg class="axis" width="100%" height="22" aria-hidden="true">
    ${axis.ticks(most, language).map(({ at, label }) => {
      const anchor = at < 0.04 ? "" : at > 0.93 ? "end" : "middle";
      return svg`<line class="tick" x1="${at * 100}%" x2="${at * 100}%" y1="17" y2="22" /><text class=${anchor} x="${at * 100}%" y="12">${label}</text>`;
    })}
  </svg>`;
}
