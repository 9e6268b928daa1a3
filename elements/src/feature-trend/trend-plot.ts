import { formatCount } from "@featurescope/analyzer/drift";
import {
  type ReactiveController,
  type ReactiveControllerHost,
  html,
  nothing,
  type TemplateResult,
} from "lit";
import { guard } from "lit/directives/guard.js";
import { moveCursor } from "../feature-panel/chart/move-cursor.js";
import { describeRun } from "./describe-run.js";
import { nearestRun } from "./nearest-run.js";
import { Overview } from "./overview.js";
import { PlotPointer } from "./plot-pointer.js";
import { LEAST, type Span } from "./span.js";
import { spanName } from "./trend-caption.js";
import { type TrendChartOptions, trendChart, trendScene } from "./trend-chart.js";
import { trendMarks } from "./trend-marks.js";
import type { TrendRun } from "./trend-run.js";
import type { TrendScene } from "./trend-scene.js";

/** What a plot shows. */
export interface PlotOptions extends TrendChartOptions {
  feature: string;
  /** Id of the run that was opened; null for none. */
  selected: string | null;
}

/** What a plot reports. */
export interface PlotEvents {
  onSelect: (run: TrendRun) => void;
  /** At each step, and whether the reader has let go. */
  onSpan: (span: Span, isFinal: boolean) => void;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The lanes with one cursor for pointer and keys, its tooltip, and the ways to select a run or a span. */
export class TrendPlot implements ReactiveController {
  #host: Host;
  #events: PlotEvents;
  #pointer: PlotPointer;
  #overview = new Overview();
  #options: PlotOptions | null = null;
  #scene: TrendScene | null = null;
  /** Place of the cursor among the runs in view. */
  #cursor: number | null = null;
  /** Where the stretch began that the keyboard draws. */
  #anchor: number | null = null;

  constructor(host: Host, events: PlotEvents) {
    this.#host = host;
    this.#events = events;
    this.#pointer = new PlotPointer(host, (from, to) => this.#brushed(from, to));
    host.addController(this);
  }

  /** Forgets cursor and stretch: other runs are shown. */
  reset(): void {
    this.#cursor = null;
    this.#anchor = null;
  }

  render(options: PlotOptions): TemplateResult {
    const { runs, span, width, feature, limits, words, own } = options;
    const scene = this.#sceneOf(options);
    this.#options = options;
    this.#scene = scene;
    if (this.#cursor !== null) this.#cursor = Math.min(this.#cursor, scene.runs.length - 1);
    const now = this.#cursor ?? scene.runs.length - 1;
    const isPart = scene.runs.length < runs.length;
    return html`<div class="zone" part="chart" .style=${`height:${scene.layout.height}px`}>
        <div
          class="live"
          role="slider"
          tabindex="0"
          aria-label=${own.chart(feature)}
          aria-description=${own.keys}
          aria-orientation="horizontal"
          aria-valuemin="0"
          aria-valuemax=${scene.runs.length}
          aria-valuenow=${(this.#cursor ?? -1) + 1}
          aria-valuetext=${this.#spoken(now)}
          @keydown=${this.#keyPressed}
          @blur=${this.#left}
          @pointermove=${this.#pointed}
          @pointerleave=${this.#left}
          @click=${this.#clicked}
        >
          ${width === 0 ? nothing : html`${guard([scene], () => trendChart(scene, options))}${this.#marks()}`}
        </div>
        <div class="brush" hidden></div>
        <div class="tip" hidden></div>
      </div>
      ${
        isPart && width > 0
          ? this.#overview.render({
              runs,
              span,
              width,
              limits,
              words,
              own,
              onSpan: (moved, isFinal) => this.#events.onSpan(moved, isFinal),
            })
          : nothing
      }`;
  }

  hostUpdated(): void {
    const run = this.#cursor === null ? undefined : this.#scene?.runs[this.#cursor];
    if (run === undefined) this.#pointer.hide();
    else this.#pointer.show(this.#lines(run).join("\n"), this.#scene!.x(run.at));
  }

  /** The same as before where nothing changed that is drawn: a step of the cursor draws no lane again. */
  #sceneOf(options: PlotOptions): TrendScene {
    const before = this.#options;
    const isSame =
      before !== null &&
      before.span.first === options.span.first &&
      before.span.last === options.span.last &&
      (["runs", "statistics", "limits", "width", "isNarrow", "words", "own"] as const).every(
        (name) => before[name] === options[name],
      );
    return isSame && this.#scene !== null ? this.#scene : trendScene(options);
  }

  #marks(): TemplateResult {
    const { runs } = this.#scene!;
    const stretch = this.#stretch();
    return trendMarks(this.#scene!, {
      cursor: this.#cursor === null ? null : (runs[this.#cursor] ?? null),
      selected: runs.find(({ row }) => row.run === this.#options?.selected) ?? null,
      stretch: stretch && [runs[stretch.first]!, runs[stretch.last]!],
    });
  }

  /** Among the runs in view; null where the keyboard draws none. */
  #stretch(): Span | null {
    if (this.#anchor === null || this.#cursor === null || this.#anchor === this.#cursor) return null;
    return { first: Math.min(this.#anchor, this.#cursor), last: Math.max(this.#anchor, this.#cursor) };
  }

  #lines(run: TrendRun): readonly string[] {
    const { words, own, limits } = this.#options!;
    return describeRun(run, { unit: this.#scene!.unit, limits, words, own });
  }

  #spoken(place: number): string {
    const { words, own } = this.#options!;
    const { runs } = this.#scene!;
    const count = (number: number): string => formatCount(number, words.language);
    const stretch = this.#stretch();
    const within = stretch === null ? [] : runs.slice(stretch.first, stretch.last + 1);
    return [
      own.position(count(place + 1), count(runs.length)),
      ...this.#lines(runs[place]!),
      ...(stretch === null ? [] : [own.selected(spanName(within, words.language), count(within.length))]),
    ]
      .join(own.semicolon)
      .replaceAll(" · ", own.comma);
  }

  #move(cursor: number | null): void {
    if (cursor === this.#cursor) return;
    this.#cursor = cursor;
    this.#host.requestUpdate();
  }

  #pointed = (event: PointerEvent): void => {
    const { runs, x } = this.#scene!;
    this.#anchor = null;
    const run = nearestRun(runs, x, this.#pointer.follow(event));
    this.#move(runs.indexOf(run));
  };

  #left = (): void => {
    this.#anchor = null;
    this.#move(null);
  };

  #clicked = (event: MouseEvent): void => {
    const { runs, x } = this.#scene!;
    this.#events.onSelect(nearestRun(runs, x, this.#pointer.follow(event)));
  };

  #brushed(from: number, to: number): void {
    const { runs, x } = this.#scene!;
    const within = runs.filter(({ at }) => x(at) >= Math.min(from, to) && x(at) <= Math.max(from, to));
    if (within.length >= LEAST) this.#take({ first: within[0]!.index, last: within.at(-1)!.index });
  }

  /** @param span by the runs' places in the history */
  #take(span: Span): void {
    this.reset();
    this.#events.onSpan(span, true);
  }

  #keyPressed = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { runs } = this.#scene!;
    const range = { first: 0, last: runs.length - 1 };
    const next = moveCursor(event.key, this.#cursor, range, (place) => runs[place]!.state !== "stable");
    if (next !== null) this.#walk(next, event.shiftKey && event.key.length > 1);
    else if (event.key === "Enter" && this.#cursor !== null) this.#enter(this.#cursor);
    else if (event.key === "Escape") this.#left();
    else return;
    event.preventDefault();
  };

  #walk(next: number, stretches: boolean): void {
    this.#anchor = stretches ? (this.#anchor ?? this.#cursor ?? next) : null;
    this.#pointer.forget();
    this.#cursor = next;
    this.#host.requestUpdate();
  }

  #enter(cursor: number): void {
    const { runs } = this.#scene!;
    const stretch = this.#stretch();
    if (stretch === null) this.#events.onSelect(runs[cursor]!);
    else this.#take({ first: runs[stretch.first]!.index, last: runs[stretch.last]!.index });
  }
}
