import type { Limits } from "@featurescope/analyzer/artifact";
import type { UsualRange } from "@featurescope/analyzer/drift";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { hatching } from "./hatching.js";
import { linear } from "./linear.js";

/** What a scale shows and how large it is. */
export interface ScaleOptions {
  /** Population stability index, or the size of a change of shares; null for none. */
  value: number | null;
  /** What noise alone reaches; null where it is not known. */
  noise: number | null;
  limits: Pick<Limits, "watch" | "shifted">;
  /** Of the index; null for none. */
  usual?: UsualRange | null;
  /** Index at the right end; by default {@link scaleEnd} of the value. */
  highest?: number;
  /** Length of the track in px; 160 by default. */
  width?: number;
  /** Writes the limits under their ticks, with this; no labels by default. */
  label?: (limit: number) => string;
}

const INSET = 12;
const THICKNESS = 8;

/** Right end of a scale that holds a value and its limits: with the default limits of the index max(0.30, 1.1 × index). */
export function scaleEnd(value: number | null, limits: Pick<Limits, "shifted">): number {
  return Math.max(1.2 * limits.shifted, 1.1 * (value ?? 0));
}

/**
 * A figure on its scale from 0: ticks at the two limits, hatched as far as noise reaches, a marker at the figure
 * (a caret at the end where it lies beyond). Hidden from speech: badge and table say the same in words.
 */
export function scale(options: ScaleOptions): TemplateResult {
  const { value, noise, limits, usual, label, width = 160 } = options;
  const highest = options.highest ?? scaleEnd(value, limits);
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
      ${noise === null ? nothing : hatching(0, 0, Math.max(1, x(noise)), THICKNESS)}
      ${ticks.map((limit) => svg`<path class="rule" d="M${x(limit)} -2v12" />`)}
      ${value === null ? nothing : marker(value, highest, x)} ${label && labels(ticks, x, label)}
    </g>
  </svg>`;
}

function marker(value: number, highest: number, x: (value: number) => number): SVGTemplateResult {
  return value > highest
    ? svg`<path class="beyond" d="M${x(highest) - 6} -1l6 5l-6 5" />`
    : svg`<rect class="marker" x=${x(value) - 1.25} y="-4" width="2.5" height="16" rx="1" />`;
}

/** From the right, leaving out what would touch the label before: a character takes some 6 px. */
function labels(
  ticks: readonly number[],
  x: (value: number) => number,
  label: (limit: number) => string,
): SVGTemplateResult[] {
  const places: { at: number; text: string }[] = [];
  for (const value of [...ticks.toReversed(), 0]) {
    const [at, text] = [x(value), value === 0 ? "0" : label(value)];
    const next = places.at(-1);
    if (next && next.at - at < 3 * (next.text.length + text.length) + 2) continue;
    places.push({ at, text });
  }
  return places.map(({ at, text }) => svg`<text class="middle" x=${at} y="21">${text}</text>`);
}
