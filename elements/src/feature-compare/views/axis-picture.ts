import { html, svg, type TemplateResult } from "lit";
import type { SharedAxis } from "./shared-axis.js";

/** Ticks with their figures, over the whole width of the place that they are put in, above or below what they measure. */
export function axisPicture(
  axis: SharedAxis,
  most: number,
  language: string,
  place: "above" | "below" = "above",
): TemplateResult {
  const [from, to, text] = place === "above" ? [17, 22, 12] : [0, 5, 17];
  return html`<svg class="axis" width="100%" height="22" aria-hidden="true">
    ${axis.ticks(most, language).map(({ at, label }) => {
      const anchor = at < 0.04 ? "" : at > 0.93 ? "end" : "middle";
      return svg`<line class="tick" x1="${at * 100}%" x2="${at * 100}%" y1=${from} y2=${to} /><text class=${anchor} x="${at * 100}%" y=${text}>${label}</text>`;
    })}
  </svg>`;
}
