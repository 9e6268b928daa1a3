import type { Limits } from "@featurescope/analyzer/artifact";
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { moveCursor } from "../feature-panel/chart/move-cursor.js";
import { linear } from "../parts/linear.js";
import type { Words } from "../words/words.js";
import { runName } from "./describe-run.js";
import { axisEnd } from "./lanes/axis-end.js";
import { indexOf } from "./lanes/index-lane.js";
import { linePath } from "./lanes/lane-paths.js";
import { unbroken } from "./lanes/reference-spans.js";
import { nearestRun } from "./nearest-run.js";
import { type Span, movedEnd, movedSpan } from "./span.js";
import type { TrendRun } from "./trend-run.js";
import type { TrendWords } from "./trend-words.js";

/** What an overview shows, and what it reports. */
export interface OverviewOptions {
  /** All runs of the history. */
  runs: readonly TrendRun[];
  span: Span;
  width: number;
  limits: Limits;
  words: Words;
  own: TrendWords;
  /** The span is drawn elsewhere: told at each step, and whether the reader has let go. */
  onSpan: (span: Span, isFinal: boolean) => void;
}

const HEIGHT = 38;
const HANDLE = 24;

/** The index of all runs in a line, and over it the runs in view between two handles, for pointer and keyboard. */
export class Overview {
  #options!: OverviewOptions;
  #drag: { part: keyof Span | "both"; run: number; span: Span } | null = null;

  render(options: OverviewOptions): TemplateResult {
    this.#options = options;
    const { runs, span, width, limits, own } = options;
    const x = this.#x;
    const end = axisEnd(
      runs.flatMap((run) => indexOf(run) ?? []),
      1.2 * limits.shifted,
    );
    const y = linear(0, end, HEIGHT - 5, 5);
    const [from, to] = [x(runs[span.first]!.start), x(runs[span.last]!.end)];
    const left = Math.max(HANDLE / 2, Math.min(from, width - 1.5 * HANDLE));
    const right = Math.min(width - HANDLE / 2, Math.max(to, left + HANDLE));
    return html`<svg
      class="overview"
      part="overview"
      width=${width}
      height=${HEIGHT}
      @pointerdown=${this.#pressed}
      @pointermove=${this.#moved}
      @pointerup=${this.#released}
      @pointercancel=${this.#released}
    >
      <rect class="surface" width=${width} height=${HEIGHT} rx="4" />
      ${guard(
        [runs, width],
        () => svg`<path class="all-runs" d=${linePath(unbroken(runs, indexOf), indexOf, x, y)} />`,
      )}
      <rect
        class="window"
        data-part="both"
        x=${from}
        y="0.5"
        width=${Math.max(1, to - from)}
        height=${HEIGHT - 1}
      />
      ${this.#handle("first", left, own.firstShown)} ${this.#handle("last", right, own.lastShown)}
    </svg>`;
  }

  get #x(): (time: number) => number {
    const { runs, width } = this.#options;
    return linear(runs[0]!.start, Math.max(...runs.map(({ end }) => end)), 0, width);
  }

  #handle(part: keyof Span, at: number, label: string): SVGTemplateResult {
    const { runs, span, words } = this.#options;
    return svg`<g
      class="handle"
      role="slider"
      tabindex="0"
      data-part=${part}
      aria-label=${label}
      aria-valuemin="1"
      aria-valuemax=${runs.length}
      aria-valuenow=${span[part] + 1}
      aria-valuetext=${runName(runs[span[part]]!, words.language)}
      transform="translate(${at - HANDLE / 2} ${(HEIGHT - HANDLE) / 2})"
      @keydown=${(event: KeyboardEvent) => this.#keyPressed(event, part)}
    >
      <rect width=${HANDLE} height=${HANDLE} rx="6" />
      <path d="M9.5 7v10M14.5 7v10" />
    </g>`;
  }

  #keyPressed(event: KeyboardEvent, part: keyof Span): void {
    const { runs, span, onSpan } = this.#options;
    const next = moveCursor(event.key, span[part], { first: 0, last: runs.length - 1 }, () => false);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onSpan(movedEnd(span, part, next, runs.length), true);
  }

  #pressed = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const { span, runs, onSpan } = this.#options;
    const run = this.#runAt(event);
    const part = (event.target as Element).closest<SVGElement>("[data-part]")?.dataset["part"];
    this.#drag = { part: (part as keyof Span | undefined) ?? "both", run, span };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    if (part !== undefined) return;
    // Beside the window: it comes to the pointer.
    const moved = movedSpan(span, run - Math.round((span.first + span.last) / 2), runs.length);
    this.#drag.span = moved;
    onSpan(moved, false);
  };

  #moved = (event: PointerEvent): void => {
    if (this.#drag !== null) this.#options.onSpan(this.#dragged(event, this.#drag), false);
  };

  #released = (event: PointerEvent): void => {
    if (this.#drag === null) return;
    this.#options.onSpan(this.#dragged(event, this.#drag), true);
    this.#drag = null;
  };

  #dragged(
    event: PointerEvent,
    { part, run, span }: { part: keyof Span | "both"; run: number; span: Span },
  ): Span {
    const { length } = this.#options.runs;
    const by = this.#runAt(event) - run;
    return part === "both" ? movedSpan(span, by, length) : movedEnd(span, part, span[part] + by, length);
  }

  #runAt(event: PointerEvent): number {
    const { left } = (event.currentTarget as Element).getBoundingClientRect();
    return nearestRun(this.#options.runs, this.#x, event.clientX - left).index;
  }
}
