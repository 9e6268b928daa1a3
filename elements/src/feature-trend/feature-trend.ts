import { DEFAULT_LIMITS, type Limits } from "@featurescope/analyzer/artifact";
import { Task, initialState } from "@lit-labs/task";
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { nameIn } from "../controllers/addresses.js";
import { resultOf } from "../controllers/result-of.js";
import { Surroundings } from "../controllers/surroundings.js";
import { panelError } from "../feature-panel/panel-error.js";
import { FeatureErrorEvent, FeatureLoadEvent } from "../feature-panel/panel-events.js";
import { panelStyles } from "../feature-panel/panel-styles.js";
import { badgeStyles } from "../parts/badge-styles.js";
import { drawing } from "../parts/drawing.js";
import { frame } from "../parts/frame.js";
import { tokens } from "../parts/tokens.js";
import type { Words } from "../words/vocabulary.js";
import { wordsFor } from "../words/words.js";
import { folderOfRun } from "./folder-of-run.js";
import { type TrendDocuments, decodeTrend, loadTrend } from "./load-trend.js";
import { type Span, LEAST, initialSpan } from "./span.js";
import { trendCaption } from "./trend-caption.js";
import type { TrendData } from "./trend-data.js";
import { RunSelectEvent, SpanSelectEvent } from "./trend-events.js";
import { trendFinding } from "./trend-finding.js";
import { trendFooter } from "./trend-footer.js";
import { trendHeader } from "./trend-header.js";
import { NARROW_BELOW } from "./trend-layout.js";
import { TrendPlot } from "./trend-plot.js";
import { type TrendRun, trendRuns } from "./trend-run.js";
import { trendLoading } from "./trend-states.js";
import { trendStyles } from "./trend-styles.js";
import { trendTable } from "./trend-table.js";
import { type TrendWords, trendWords } from "./trend-words.js";

/** A history as it is shown. */
interface Shown extends TrendDocuments {
  runs: readonly TrendRun[];
  limits: Limits;
}

/**
 * A feature over its runs: index with its limits, noise and usual range, median, missing share and rows, over one time axis.
 *
 * ```html
 * <feature-trend src="https://gateway/api/v1/pipelines/credit/features/loan_amount/"></feature-trend>
 * ```
 *
 * The history is a gateway's; at a plain file server's address the trend says that there is none. Lines break at runs
 * without figures and where the reference changes. ← → Home End Page↑ Page↓ walk from run to run, N to the next one that is
 * not stable, Enter or a click selects it; a drag, Shift with those keys and then Enter, or the handles below select a span,
 * which is then shown. Esc lets go. Words follow the inherited `lang` (English, Chinese).
 *
 * @summary A feature's drift over time.
 * @attr {string} src - Address of the feature's folder; a run in it is left out
 * @attr {"light" | "dark"} theme - Which colours; as the reader prefers by default
 * @fires {RunSelectEvent} featurescope-select - A run was selected; `detail` has its `run`, `feature`, `key` and `href`, the `src` of a panel
 * @fires {SpanSelectEvent} featurescope-select-span - A span was selected; `detail` has its `start` and `end`
 * @fires {FeatureLoadEvent} featurescope-load - The history is shown; `detail.statistics` are the figures of the feature's title and unit
 * @fires {FeatureErrorEvent} featurescope-error - There is nothing to show; `detail.error` says why, and so does the trend
 * @csspart frame - The whole
 * @csspart name - The heading
 * @csspart badge - Glyph, word and figure of the newest run's verdict
 * @csspart finding - The sentence on since when
 * @csspart chart - The lanes
 * @csspart overview - All runs, with the handles of the span in view
 * @csspart data - The table of runs
 * @csspart controls - The buttons in the footer
 * @cssprop --featurescope-font - Font family; Inter, where the page has it
 * @cssprop --featurescope-current - Lines of the current runs; all colours are listed in `parts/tokens.ts`
 */
export class FeatureTrend extends LitElement {
  static override styles = [tokens, frame, drawing, badgeStyles, panelStyles, trendStyles];

  /** Address of the feature's folder; relative to the page. */
  @property() src = "";
  /** Documents already in hand; then nothing is loaded, and `src` only tells what links start from. */
  @property({ attribute: false }) data: TrendData | null = null;
  /** `light` or `dark`, instead of the reader's own scheme. */
  @property({ reflect: true }) theme: "light" | "dark" | null = null;

  /** The runs that the reader chose to see; null for those shown at first. */
  @state() private span: Span | null = null;
  @state() private selected: string | null = null;
  @state() private showsData = false;
  @state() private isNarrow = false;
  /** Px between the frame's paddings; 0 until it is measured. */
  @state() private width = 0;

  #surroundings = new Surroundings(this);
  #plot = new TrendPlot(this, {
    onSelect: (run) => this.#select(run),
    onSpan: (span, isFinal) => this.#show(span, isFinal),
  });
  #resized = new ResizeObserver(([entry]) => this.#measure(entry!.contentRect));
  #load = new Task(this, {
    args: () => [this.src, this.data] as const,
    task: async ([src, data], { signal }): Promise<Shown | typeof initialState> => {
      if (data === null && src === "") return initialState;
      const documents = data === null ? await loadTrend(src, signal) : decodeTrend(data);
      return {
        ...documents,
        runs: trendRuns(documents.history?.rows ?? []),
        limits: documents.statistics?.drift?.limits ?? DEFAULT_LIMITS,
      };
    },
    onComplete: ({ statistics }) => {
      if (statistics !== null) this.dispatchEvent(new FeatureLoadEvent(statistics));
    },
    onError: (error) => this.dispatchEvent(new FeatureErrorEvent(error as Error)),
  });

  /** Loads the history again. */
  async reload(): Promise<void> {
    await this.#load.run();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("src") && !changed.has("data")) return;
    this.span = null;
    this.selected = null;
    this.#plot.reset();
  }

  protected override firstUpdated(): void {
    this.#observe();
  }

  protected override render(): TemplateResult {
    const again = (): void => this.requestUpdate();
    const words = wordsFor(this.#surroundings.language, again);
    const own = trendWords(words.language, again);
    const name = nameIn(this.src);
    return html`<article
      class="frame"
      part="frame"
      lang=${words.language}
      aria-busy=${resultOf(this.#load) === null}
    >
      <div class="ruler"></div>
      ${this.#load.render({
        initial: () => html`<header><h2 part="name">${name}</h2></header>`,
        pending: () => trendLoading(name, words),
        error: (error) => panelError(name, error, words, () => void this.reload()),
        complete: (shown) => this.#trend(shown, words, own),
      })}
    </article>`;
  }

  #trend(shown: Shown, words: Words, own: TrendWords): TemplateResult {
    const { history, statistics, runs, limits } = shown;
    const rows = history?.rows ?? [];
    const feature = history?.feature ?? statistics?.feature ?? nameIn(this.src);
    const unit = statistics?.unit ?? null;
    const finding =
      history === null
        ? own.noHistory
        : rows.length === 0
          ? own.noRuns
          : trendFinding(rows, unit, words, own);
    const header = trendHeader({ feature, statistics, rows, limits, finding, words });
    if (runs.length < LEAST) {
      const table = trendTable({ feature, runs, limits, words, own, onSelect: (run) => this.#select(run) });
      return runs.length === 0
        ? header
        : html`${header}
            <p class="muted">${own.oneRun}</p>
            <div class="data" part="data">${table}</div>`;
    }
    const span = this.span ?? initialSpan(runs.length, this.isNarrow);
    return html`${header} ${trendCaption(runs, span, this.isNarrow, words, own)}
    ${this.#plot.render({ feature, runs, span, statistics, limits, width: this.width, isNarrow: this.isNarrow, words, own, selected: this.selected })}
    ${this.showsData ? this.#table(feature, runs.slice(span.first, span.last + 1), limits, words, own) : nothing}
    ${trendFooter({
      runs,
      span,
      isNarrow: this.isNarrow,
      showsData: this.showsData,
      words,
      own,
      onSpan: (chosen) => this.#show(chosen, true),
      onData: () => (this.showsData = !this.showsData),
    })}`;
  }

  #table(
    feature: string,
    runs: readonly TrendRun[],
    limits: Limits,
    words: Words,
    own: TrendWords,
  ): TemplateResult {
    const table = trendTable({ feature, runs, limits, words, own, onSelect: (run) => this.#select(run) });
    return html`<div class="data" part="data" role="group" aria-label=${words.dataTable} tabindex="0">
      ${table}
    </div>`;
  }

  /** @param span null for the runs that are shown at first */
  #show(span: Span | null, isFinal: boolean): void {
    this.span = span;
    const runs = resultOf(this.#load)?.runs;
    if (!isFinal || runs === undefined) return;
    const { first, last } = span ?? initialSpan(runs.length, this.isNarrow);
    const [start, end] = [runs[first]!.start, runs[last]!.end].map((time) => new Date(time).toISOString());
    this.dispatchEvent(new SpanSelectEvent(start!, end!));
  }

  #select({ row: { run } }: TrendRun): void {
    const history = resultOf(this.#load)?.history;
    if (!history) return;
    this.selected = run;
    const { feature, key } = history;
    this.dispatchEvent(new RunSelectEvent({ run, feature, key, href: folderOfRun(this.src, history, run) }));
  }

  #measure(ruler: DOMRectReadOnly): void {
    this.width = ruler.width;
    this.isNarrow = this.clientWidth < NARROW_BELOW;
  }

  /** A line of no height: what is drawn by its width does not change its size in turn. */
  #observe(): void {
    const ruler = this.renderRoot.querySelector(".ruler");
    if (ruler !== null) this.#resized.observe(ruler);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "feature-trend": FeatureTrend;
  }
}
