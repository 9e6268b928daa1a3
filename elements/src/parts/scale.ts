import type { Limits } from "@featurescope/analyzer/artifact";
import { html, nothing, svg, type TemplateResult } from "lit";
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
  usual?: readonly [number, number] | null;
  /** Index at the right end; by default {@link scaleEnd} of the index. */
  highest?: number;
  /** Length of the track in px; 160 by default. */
  width?: number;
  /** Writes the limits under their ticks, with this; no labels by default. */
  label?: (index: number) => string;
}

const INSET = 12;
const TOP = 6;
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
  const inset = label === undefined ? 0 : INSET;
  const x = linear(0, highest, inset, inset + width);
  const noiseWidth = noiseBound === null ? 0 : Math.max(1, x(noiseBound) - inset);
  const ticks = [limits.watch, limits.shifted].filter((limit) => limit <= highest);
  return html`<svg
    class="scale"
    width=${width + 2 * inset}
    height=${label === undefined ? 24 : 30}
    aria-hidden="true"
  >
    <rect class="track" x=${inset} y=${TOP} width=${width} height=${THICKNESS} rx="2" />
    ${
      usual
        ? svg`<rect class="usual" x=${x(usual[0])} y=${TOP} width=${Math.max(1, x(usual[1]) - x(usual[0]))} height=${THICKNESS} />`
        : nothing
    }
    ${noiseWidth > 0 ? hatching(inset, TOP, noiseWidth, THICKNESS) : nothing}
    ${ticks.map((limit) => svg`<path class="rule" d="M${x(limit)} ${TOP - 2}v12" />`)}
    ${index === null ? nothing : marker(index, highest, x, inset + width)}
    ${label === undefined ? nothing : labels(ticks, x, label)}
  </svg>`;
}

function marker(index: number, highest: number, x: (value: number) => number, end: number) {
  return index > highest
    ? svg`<path class="beyond" d="M${end - 6} ${TOP - 1}l6 5l-6 5" />`
    : svg`<rect class="marker" x=${x(index) - 1.25} y=${TOP - 4} width="2.5" height="16" rx="1" />`;
}

function labels(ticks: readonly number[], x: (value: number) => number, label: (index: number) => string) {
  const places: { at: number; text: string }[] = [];
  for (const limit of ticks.toReversed()) {
    const next = places.at(-1);
    if (next === undefined || next.at - x(limit) >= LABEL_WIDTH)
      places.push({ at: x(limit), text: label(limit) });
  }
  const first = places.at(-1);
  if (first === undefined || first.at - x(0) >= LABEL_WIDTH) places.push({ at: x(0), text: "0" });
  return places.map(({ at, text }) => svg`<text class="middle" x=${at} y=${TOP + 21}>${text}</text>`);
}
