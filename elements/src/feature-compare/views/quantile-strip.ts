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
  const line = (from: number, to: number, look: string, half = 0) =>
    svg`<line class=${look} x1=${at(from)} x2=${at(to)} y1=${MIDDLE - half} y2=${MIDDLE + half} />`;
  const tick = (value: number, look: string, half = 7) => line(value, value, look, half);
  return html`<svg width="100%" height=${HEIGHT} aria-hidden="true">
    ${base === null ? nothing : tick(base, "rule dotted", MIDDLE)}
    ${
      quantiles === null
        ? nothing
        : [
            line(quantiles.p5, quantiles.p95, "whisker"),
            line(quantiles.p25, quantiles.p75, "middle-half"),
            tick(quantiles.p50, "median-halo"),
            tick(quantiles.p50, "median"),
          ]
    }
  </svg>`;
}
