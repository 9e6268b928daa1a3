import type { Shape } from "@featurescope/analyzer/artifact";
import { html, nothing, svg, type TemplateResult } from "lit";

/** Size of a miniature in px, and the words where there is nothing to draw. */
export interface MiniatureOptions {
  width: number;
  height: number;
  /** Stands where the shape is null. */
  empty: string;
}

/**
 * A feature's distribution in a line: the current run as filled bars, the reference as a step outline (`bins`) or a
 * tick a level (`levels`), both on one scale of shares. Hidden from speech: the finding says what moved.
 */
export function miniature(shape: Shape | null, { width, height, empty }: MiniatureOptions): TemplateResult {
  return html`<svg
    class="miniature"
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${
      shape === null
        ? svg`<text class="middle" x=${width / 2} y=${height / 2 + 4}>${empty}</text>`
        : pair(shape, width, height)
    }
    <path class="rule" d="M0 ${height - 0.5}h${width}" />
  </svg>`;
}

function pair({ type, current, reference }: Shape, width: number, height: number) {
  const bars = Math.max(current.length, reference?.length ?? 0);
  const step = width / bars;
  const foot = height - 1;
  const largest = Math.max(...current, ...(reference ?? []), Number.MIN_VALUE);
  const x = (bar: number) => round(bar * step);
  const y = (share: number) => round(foot - (share / largest) * (foot - 1));
  const top = (share: number, bar: number) => `M${x(bar + 0.04)} ${y(share)}H${x(bar + 0.96)}`;
  const column = (share: number, bar: number) => `${top(share, bar)}V${foot}H${x(bar + 0.04)}z`;
  const outline =
    type === "levels"
      ? reference?.map((share, bar) => `M${x(bar)} ${y(share)}H${x(bar + 1)}`).join("")
      : `M0 ${foot}${reference?.map((share, bar) => `V${y(share)}H${x(bar + 1)}`).join("")}V${foot}`;
  return svg`
    <path class="bars" d=${current.map(column).join("")} />
    <path class="tops" d=${current.map(top).join("")} />
    ${reference === null ? nothing : svg`<path class="outline ${type}" d=${outline ?? ""} />`}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
