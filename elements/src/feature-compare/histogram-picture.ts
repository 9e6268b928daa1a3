import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { RunSide } from "./run-side.js";
import type { SharedAxis } from "./shared-axis.js";

/** Units of a drawing that is stretched to its place; strokes keep their width. */
const WIDTH = 1000;
const HEIGHT = 100;
const GAP = 2;

/** A bin as drawn: place of its edges on the axis, 0 to 1, and rows' share by length of axis, so that bins of any width compare. */
export interface DrawnBin {
  low: number;
  high: number;
  density: number;
}

/** The bins of a side on an axis, but for those too narrow for a density; none where it has no histogram. */
export function drawnBins({ histogram, rows }: RunSide, axis: SharedAxis): DrawnBin[] {
  if (histogram === null || rows === 0) return [];
  const { counts, edges } = histogram;
  return counts.flatMap((count, i) => {
    const [low, high] = [axis.place(edges[i]!), axis.place(edges[i + 1]!)];
    const density = count / rows / (high - low);
    return high > low && Number.isFinite(density) ? [{ low, high, density }] : [];
  });
}

/** The highest density of several sides: what their drawings reach up to. */
export function highestDensity(sides: readonly RunSide[], axis: SharedAxis): number {
  return Math.max(
    Number.MIN_VALUE,
    ...sides.flatMap((side) => drawnBins(side, axis).map(({ density }) => density)),
  );
}

/** The bins of one side as filled bars with a line on top. */
export function filledBars(side: RunSide, axis: SharedAxis, highest: number): SVGTemplateResult {
  const bins = drawnBins(side, axis);
  const top = ({ low, high, density }: DrawnBin): string =>
    `M${place(low) + GAP / 2} ${level(density, highest)}H${place(high) - GAP / 2}`;
  return svg`<path class="bars" d=${bins.map((bin) => `${top(bin)}V${HEIGHT}H${place(bin.low) + GAP / 2}z`).join("")} />
    <path class="tops" d=${bins.map(top).join("")} />`;
}

/** The bins of one side as a step outline. */
export function stepOutline(
  side: RunSide,
  axis: SharedAxis,
  highest: number,
  look = "",
): SVGTemplateResult | typeof nothing {
  const bins = drawnBins(side, axis);
  if (bins.length === 0) return nothing;
  const steps = bins.map(({ high, density }) => `V${level(density, highest)}H${place(high)}`);
  return svg`<path class="outline ${look}" d="M${place(bins[0]!.low)} ${HEIGHT}${steps.join("")}V${HEIGHT}" />`;
}

/** Drawings of bins in one box, which stretches to its place. */
export function binsBox(content: unknown, look: string): TemplateResult {
  return html`<svg
    class="stretched ${look}"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${content}
    <path class="rule" d="M0 ${HEIGHT}H${WIDTH}" />
  </svg>`;
}

function place(share: number): number {
  return Math.round(share * WIDTH * 10) / 10;
}

function level(density: number, highest: number): number {
  return Math.round((HEIGHT - (density / highest) * (HEIGHT - 3)) * 10) / 10;
}
