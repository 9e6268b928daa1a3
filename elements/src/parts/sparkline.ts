import type { Limits } from "@featurescope/analyzer/artifact";
import type { UsualRange } from "@featurescope/analyzer/drift";
import { html, nothing, svg, type TemplateResult } from "lit";
import { glyphMark } from "./glyph.js";
import { linear } from "./linear.js";
import { scaleEnd } from "./scale.js";
import type { State } from "./state.js";

/** A run of a sparkline: its index and what it was measured against. */
export interface SparklineRun {
  populationStabilityIndex: number | null;
  referenceId: string | null;
}

/** What a sparkline shows and how large it is. */
export interface SparklineOptions {
  /** In time order, the newest last. */
  runs: readonly SparklineRun[];
  limits: Pick<Limits, "watch" | "shifted">;
  /** Of the last run: the glyph at the end of the line. */
  state: State;
  /** As a faint band; null for none. */
  usual?: UsualRange | null;
  /** In px, labels included. */
  width: number;
  height: number;
  /** Runs that the whole width holds, so that rows of a list line up at the newest; all of `runs` by default. */
  slots?: number;
  /** Index at the top; by default all runs fit. A greater one is drawn there. */
  highest?: number;
  /** Writes the limits at the right, with this; no labels by default. */
  label?: (index: number) => string;
}

const MARGIN = 4;
const LABELS = 34;
const GLYPH = 8;

/**
 * The index of the last runs: limits dotted, the line broken where a run has no index or another reference, the last
 * run's glyph at its end. Hidden from speech; say beside it since when the state holds.
 */
export function sparkline(options: SparklineOptions): TemplateResult {
  const { runs, limits, state, usual, width, height, label } = options;
  const slots = Math.max(2, options.slots ?? runs.length);
  const right = width - (label === undefined ? 0 : LABELS);
  const largest = Math.max(0, ...runs.map((run) => run.populationStabilityIndex ?? 0));
  const y = linear(0, options.highest ?? scaleEnd(largest, limits), height - MARGIN, MARGIN);
  const x = linear(0, slots - 1, 2, right - GLYPH);
  const points = runs.map((run, i) => ({ ...run, at: x(slots - runs.length + i) }));
  return html`<svg class="sparkline" width=${width} height=${height} aria-hidden="true">
    ${
      usual
        ? svg`<rect class="usual" x="0" y=${y(usual.high)} width=${right} height=${Math.max(1, y(usual.low) - y(usual.high))} />`
        : nothing
    }
    ${[limits.watch, limits.shifted].map(
      (limit) =>
        svg`<path class="rule dotted" d="M0 ${y(limit)}H${right}" />${
          label && svg`<text class="end" x=${width} y=${y(limit) + 4}>${label(limit)}</text>`
        }`,
    )}
    <path class="trend" d=${trend(points, y)} />
    ${last(points, y, state)}
  </svg>`;
}

interface Point extends SparklineRun {
  at: number;
}

function trend(points: readonly Point[], y: (value: number) => number): string {
  let line = "";
  let previous: Point | null = null;
  for (const point of points) {
    const index = point.populationStabilityIndex;
    if (index === null) {
      previous = null;
      continue;
    }
    const joined = previous !== null && previous.referenceId === point.referenceId;
    // A lone run is a stroke of its own length: a path of one point draws nothing.
    line += joined ? `L${point.at} ${y(index)}` : `M${point.at - 1} ${y(index)}h1`;
    previous = point;
  }
  return line;
}

function last(points: readonly Point[], y: (value: number) => number, state: State) {
  const point = points.at(-1);
  if (point === undefined) return nothing;
  const at = y(point.populationStabilityIndex ?? 0);
  return svg`<circle class="halo" cx=${point.at} cy=${at} r=${GLYPH / 2 + 1.5} />${glyphMark(state, point.at, at, GLYPH)}`;
}
