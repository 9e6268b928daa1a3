import { formatCount } from "@featurescope/analyzer/drift";
import { html, nothing, svg, type TemplateResult } from "lit";
import { type Curve, look } from "./curves-view.js";
import type { RunsView } from "./runs-view.js";
import { swatch } from "./swatch.js";

/** The runs that are laid over each other, each beside a piece of its curve. */
export function curveKey(
  curves: readonly Curve[],
  firstIsFilled: boolean,
  { words, compare, baseName }: RunsView,
): TemplateResult {
  return html`<div class="runs">
    ${curves.map(
      ({ name, side }, i) =>
        html`<span class="run">
          ${
            i === 0 && firstIsFilled
              ? swatch("filled")
              : html`<svg width="16" height="10" aria-hidden="true">
                  ${svg`<path class="curve ${look(i)}" d="M0 5H16" />`}
                </svg>`
          }
          ${name} <small>${words.n(formatCount(side.rows, words.language))}</small>
          ${name === baseName ? html`<small class="base">${compare.base}</small>` : nothing}
        </span>`,
    )}
  </div>`;
}
