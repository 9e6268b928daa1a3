import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { RunSide } from "../run-side.js";
import { type AxisTick, type SharedAxis, labelled } from "./shared-axis.js";

/** Units of a drawing that is stretched to its place; strokes keep their width. */
const WIDTH = 1000;
const HEIGHT = 100;
const GAP = 2;

/** What the height of bars says. */
export interface Measure {
  mode: "share" | "count";
  /** In logarithms, but for the bottom: the least height that there is stands clear of it. */
  logY: boolean;
}

/** A bin as drawn: place of its edges on the axis, and height, each 0 to 1. */
export interface Bar {
  low: number;
  high: number;
  height: number;
}

/** How high bars are: those of any of several sides, and what a height says. */
export interface Heights {
  of: (side: RunSide) => Bar[];
  /** Figures at heights, 0 to 1: a bin's rows, or its share. None where bins are not equally wide. */
  ticks: (language: string) => AxisTick[];
}

/**
 * The heights of several sides' bars, all in one measure: rows, or their share, by length of axis, so that bins of any width compare;
 * bins too narrow for that are left out.
 */
export function heightsOf(sides: readonly RunSide[], axis: SharedAxis, { mode, logY }: Measure): Heights {
  const densities = (side: RunSide): Bar[] => densitiesOf(side, axis, mode);
  const all = sides.flatMap(densities);
  const some = all.map(({ height }) => height).filter(Boolean);
  const highest = Math.max(Number.MIN_VALUE, ...some);
  const lowest = Math.min(highest, ...some);
  const scaled = logY
    ? (density: number): number => Math.log1p(density / lowest) / Math.log1p(highest / lowest)
    : (density: number): number => density / highest;
  const widths = all.map(({ low, high }) => high - low);
  const width = Math.max(...widths);
  return {
    of: (side) => densities(side).map((bar) => ({ ...bar, height: scaled(bar.height) })),
    ticks(language) {
      if (some.length === 0 || Math.min(...widths) < width * 0.99) return [];
      const [unit, symbol] = mode === "share" ? [width * 100, "\u00a0%"] : [width, ""];
      const [from, to] = [logY ? lowest * unit : 0, highest * unit];
      return labelled(from, to, logY ? "log" : "linear", 6, language)
        .filter(({ value }) => value > 0)
        .map(({ value, label }) => ({ at: scaled(value / unit), label: label + symbol }));
    },
  };
}

function densitiesOf({ histogram, rows }: RunSide, axis: SharedAxis, mode: Measure["mode"]): Bar[] {
  if (histogram === null || rows === 0) return [];
  const { counts, edges } = histogram;
  return counts.flatMap((count, i) => {
    const [low, high] = [axis.place(edges[i]!), axis.place(edges[i + 1]!)];
    const height = count / (mode === "share" ? rows : 1) / (high - low);
    return high > low && Number.isFinite(height) ? [{ low, high, height }] : [];
  });
}

/** Bars, filled, with a line on top. */
export function filledBars(bars: readonly Bar[]): SVGTemplateResult {
  const top = ({ low, high, height }: Bar): string =>
    `M${place(low) + GAP / 2} ${levelOf(height)}H${place(high) - GAP / 2}`;
  return svg`<path class="bars" d=${bars.map((bar) => `${top(bar)}V${HEIGHT}H${place(bar.low) + GAP / 2}z`).join("")} />
    <path class="tops" d=${bars.map(top).join("")} />`;
}

/** Bars as a step outline. */
export function stepOutline(bars: readonly Bar[], look = ""): SVGTemplateResult | typeof nothing {
  if (bars.length === 0) return nothing;
  const steps = bars.map(({ high, height }) => `V${levelOf(height)}H${place(high)}`);
  return svg`<path class="outline ${look}" d="M${place(bars[0]!.low)} ${HEIGHT}${steps.join("")}V${HEIGHT}" />`;
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

/** Where a height, 0 to 1, lies in the box, in percent from above. */
export function levelOf(height: number): number {
  return Math.round((HEIGHT - height * (HEIGHT - 3)) * 10) / 10;
}
