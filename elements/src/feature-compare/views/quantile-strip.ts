import { html, nothing, svg, type TemplateResult } from "lit";
import type { SideQuantiles } from "../run-side.js";
import type { SharedAxis } from "./shared-axis.js";

const HEIGHT = 40;
const MIDDLE = HEIGHT / 2;

/**
 * p5 to p95 as a thin line, p25 to p75 as a thick one, the median as a tick; the base's median runs through all rows.
 * @param base median of the base; null for none
 */
export function quantileStrip(
  quantiles: SideQuantiles | null,
  base: number | null,
  axis: SharedAxis,
): TemplateResult {
  const at = (value: number): string => `${Math.round(axis.place(value) * 10_000) / 100}%`;
  const line = (from: number, to: number, look: string) =>
    svg`<line class=${look} x1=${at(from)} x2=${at(to)} y1=${MIDDLE} y2=${MIDDLE} />`;
  return html`<svg width="100%" height=${HEIGHT} aria-hidden="true">
    ${base === null ? nothing : svg`<line class="rule dotted" x1=${at(base)} x2=${at(base)} y1="0" y2=${HEIGHT} />`}
    ${
      quantiles === null
        ? nothing
        : svg`${line(quantiles.p5, quantiles.p95, "whisker")}${line(quantiles.p25, quantiles.p75, "middle-half")}
          <line class="median-halo" x1=${at(quantiles.p50)} x2=${at(quantiles.p50)} y1=${MIDDLE - 7} y2=${MIDDLE + 7} />
          <line class="median" x1=${at(quantiles.p50)} x2=${at(quantiles.p50)} y1=${MIDDLE - 7} y2=${MIDDLE + 7} />`
    }
  </svg>`;
}
