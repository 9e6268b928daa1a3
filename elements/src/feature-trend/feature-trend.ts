import { Task, TaskStatus, initialState } from "@lit-labs/task";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { nameIn } from "../controllers/addresses.js";
import { type LiveHost, type LiveTarget, LiveUpdates } from "../controllers/live-updates.js";
import { resultOf } from "../controllers/result-of.js";
import { Surroundings } from "../controllers/surroundings.js";
import { panelError } from "../feature-panel/panel-error.js";
import { FeatureErrorEvent, FeatureLoadEvent } from "../feature-panel/panel-events.js";
import { panelStyles } from "../feature-panel/panel-styles.js";
import { badgeStyles } from "../parts/badge-styles.js";
import { drawing } from "../parts/drawing.js";
import { flag } from "../parts/flag.js";
import { frame } from "../parts/frame.js";
import { MovableElement } from "../parts/movable-element.js";
import { tokens } from "../parts/tokens.js";
import { waiting, waitingStyles } from "../parts/waiting.js";
import { untilSpoken } from "../words/late-words.js";
import { wordsFor } from "../words/words-for.js";
import { type TrendDocuments, decodeTrend, followTrend, loadTrend } from "./load-trend.js";
import type { TrendData } from "./trend-data.js";
import type { TrendHost } from "./trend-host.js";
import { trendStyles } from "./trend-styles.js";
import type { TrendView } from "./trend-view.js";

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
 * @fires {RunSelectEvent} featurescope-select - A run was selected; `detail` has its `run`, `feature`, `key` and `href`, the `src` of a panel
 * @fires {SpanSelectEvent} featurescope-select-span - A span was selected; `detail` has its `start` and `end`
 * @fires {FeatureLoadEvent} featurescope-load - The history is shown; `detail.statistics` are the figures of the feature's title and unit
 * @fires {FeatureErrorEvent} featurescope-error - There is nothing to show; `detail.error` says why, and so does the trend
 * @csspart frame - The whole element
 * @csspart mark - When it was last updated, with `live`
 * @csspart name - The heading
 * @csspart badge - Glyph, word and figure of the newest run's verdict
 * @csspart finding - The sentence that says since when
 * @csspart chart - The lanes
 * @csspart overview - All runs, with the handles of the span in view
 * @csspart data - The table of runs
 * @csspart controls - The buttons in the footer
 * @cssprop --featurescope-font - Font family; Inter, where the page has it
 */
export class FeatureTrend extends MovableElement implements TrendHost, LiveHost {
  static override styles = [tokens, frame, drawing, waitingStyles, badgeStyles, panelStyles, trendStyles];

  /** Address of the feature's folder, relative to the page; where it names a run, the run is ignored. */
  @property() src = "";
  /** Documents already in hand; then nothing is loaded, and `src` is only what links are relative to. */
  @property({ attribute: false }) data: TrendData | null = null;
  /** Follows the gateway's events: shows each run as soon as it is published. */
  @property({ type: Boolean, converter: flag, reflect: true }) live = false;
  /** `light` or `dark`, instead of the reader's own scheme. */
  @property({ reflect: true }) theme: "light" | "dark" | null = null;

  /** @internal */
  readonly surroundings = new Surroundings(this);
  /** @internal */
  readonly updates = new LiveUpdates(this, true);

  /** What draws all but the bare frame; a file of its own, asked for together with the documents. */
  #view = new Task(this, {
    args: () => [],
    task: async (): Promise<TrendView> => {
      const { TrendView } = await import("./trend-view.js");
      await untilSpoken(this.surroundings.language);
      return new TrendView(this);
    },
    onError: () => this.updates.fail(),
  });

  #documents = new Task(this, {
    args: () => [this.src, this.data, this.updates.target] as const,
    task: ([src, data, target], { signal }) => this.#load(src, data, target, signal),
    onComplete: (documents) => this.#show(documents),
    onError: (error) => {
      this.updates.fail(error as Error);
      this.dispatchEvent(new FeatureErrorEvent(error as Error));
    },
  });

  /** The last that came from this address: shown while newer ones are on their way, and where they cannot be had. */
  #shown: TrendDocuments | null = null;

  /** Loads the history again. What is shown stays until it has arrived. */
  async reload(): Promise<void> {
    this.updates.renew();
    if (this.#view.status === TaskStatus.ERROR) void this.#view.run();
    await this.#documents.run();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("src") || changed.has("data")) this.#shown = null;
  }

  async #load(
    src: string,
    data: TrendData | null,
    target: LiveTarget | null,
    signal: AbortSignal,
  ): Promise<TrendDocuments | typeof initialState> {
    if (data !== null) return decodeTrend(data);
    if (src === "") return initialState;
    const shown = this.#shown;
    return target === null || shown === null
      ? loadTrend(src, signal)
      : followTrend(target, src, shown, signal);
  }

  #show(documents: TrendDocuments): void {
    this.updates.failure = undefined;
    if (documents === this.#shown) return;
    this.#shown = documents;
    const { history } = documents;
    const last = history?.rows.at(-1);
    if (history && last !== undefined) {
      const { pipeline, feature: name, rows } = history;
      const { run, status, verdict } = last;
      this.updates.show({
        pipeline,
        run,
        version: `${run} ${rows.length}`,
        features: [{ name, status, verdict }],
      });
    }
    if (documents.statistics !== null) this.dispatchEvent(new FeatureLoadEvent(documents.statistics));
  }

  protected override render(): TemplateResult {
    const { language } = wordsFor(this.surroundings.language, () => this.requestUpdate());
    const isBusy =
      this.#shown === null && this.#error === undefined && this.#documents.status === TaskStatus.PENDING;
    return html`<article class="frame" part="frame" lang=${language} aria-busy=${isBusy}>
      ${this.#content()}
    </article>`;
  }

  /** Why nothing could be had, or no code that draws it. */
  get #error(): unknown {
    return this.updates.failure ?? this.#view.error;
  }

  #content(): TemplateResult | typeof nothing {
    const view = resultOf(this.#view);
    const { failure } = this.updates;
    if (view !== null && this.#shown !== null) return view.render(this.#shown, failure);
    const words = wordsFor(this.surroundings.language, () => this.requestUpdate());
    const name = nameIn(this.src) || (this.data?.history?.feature ?? "");
    const error = this.#error;
    if (error !== undefined) return panelError(name, error, { words, onRetry: () => void this.reload() });
    return this.#documents.status === TaskStatus.INITIAL
      ? nothing
      : waiting(html`<h2 part="name">${name}</h2>`, words.loading);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "feature-trend": FeatureTrend;
  }
}
