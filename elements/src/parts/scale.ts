import type { Limits } from "@featurescope/analyzer/artifact";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { hatching } from "./hatching.js";
import { linear } from "./linear.js";

/** What a scale shows and how large it is. */
export interface ScaleOptions {
  /** Population stability index; null for none. */
  index: number | null;
  /** What noise alone reaches; null where it is not known. */
  noiseBound: number | null;
  limits: Pick<Limits, "watch" | "shifted">;
  /** Low and high end of the index in earlier stable runs; null for none. */
  usual?: { low: number; high: number } | null;
  /** Index at the right end; by default {@link scaleEnd} of the index. */
  highest?: number;
  /** Length of the track in px; 160 by default. */
  width?: number;
  /** Writes the limits under their ticks, with this; no labels by default. */
  label?: (index: number) => string;
}

const INSET = 12;
const THICKNESS = 8;
const LABEL_WIDTH = 26;

/** Right end of a scale that holds an index and its limits: with the default limits max(0.30, 1.1 × index). */
export function scaleEnd(index: number | null, limits: Pick<Limits, "shifted">): number {
  return Math.max(1.2 * limits.shifted, 1.1 * (index ?? 0));
}

/**
 * The index on its scale from 0: ticks at the two limits, hatched as far as noise reaches, a marker at the index
 * (a caret at the end where it lies beyond). Hidden from speech: badge and table say the same in words.
 */
export function scale(options: ScaleOptions): TemplateResult {
  const { index, noiseBound, limits, usual, label, width = 160 } = options;
  const highest = options.highest ?? scaleEnd(index, limits);
  const x = linear(0, highest, 0, width);
  const ticks = [limits.watch, limits.shifted].filter((limit) => limit <= highest);
  const [left, top, height] = label === undefined ? [0, 8, 24] : [INSET, 6, 30];
  return html`<svg class="scale" width=${width + 2 * left} height=${height} aria-hidden="true">
    <g transform="translate(${left} ${top})">
      <rect class="track" width=${width} height=${THICKNESS} rx="2" />
      ${
        usual
          ? svg`<rect class="usual" x=${x(usual.low)} width=${Math.max(1, x(usual.high) - x(usual.low))} height=${THICKNESS} />`
          : nothing
      }
      ${noiseBound === null ? nothing : hatching(0, 0, Math.max(1, x(noiseBound)), THICKNESS)}
      ${ticks.map((limit) => svg`<path class="rule" d="M${x(limit)} -2v12" />`)}
      ${index === null ? nothing : marker(index, highest, x)}
      ${label === undefined ? nothing : labels(ticks, x, label)}
    </g>
  </svg>`;
}

function marker(index: number, highest: number, x: (value: number) => number): SVGTemplateResult {
  return index > highest
    ? svg`<path class="beyond" d="M${x(highest) - 6} -1l6 5l-6 5" />`
    : svg`<rect class="marker" x=${x(index) - 1.25} y="-4" width="2.5" height="16" rx="1" />`;
}

/** From the right, leaving out what would touch the label before. */
function labels(
  ticks: readonly number[],
  x: (value: number) => number,
  label: (index: number) => string,
): SVGTemplateResult[] {
  const places: { at: number; text: string }[] = [];
  for (const value of [...ticks.toReversed(), 0]) {
    const next = places.at(-1);
    if (next !== undefined && next.at - x(value) < LABEL_WIDTH) continue;
    places.push({ at: x(value), text: value === 0 ? "0" : label(value) });
  }
  return places.map(({ at, text }) => svg`<text class="middle" x=${at} y="21">${text}</text>`);
}
