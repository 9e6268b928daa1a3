import { html, svg, type TemplateResult } from "lit";

/** How a run is drawn, beside its name: filled bars or a dashed outline. */
export function swatch(look: "filled" | "outline"): TemplateResult {
  return html`<svg width="16" height="10" aria-hidden="true">
    ${
      look === "filled"
        ? svg`<rect class="bars" width="16" height="10" /><path class="tops" d="M0 .7H16" />`
        : svg`<path class="outline" stroke-dasharray="5 3" d="M0 5H16" />`
    }
  </svg>`;
}
