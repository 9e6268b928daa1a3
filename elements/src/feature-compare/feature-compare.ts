import { Task, TaskStatus, initialState } from "@lit-labs/task";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { nameIn } from "../controllers/addresses.js";
import { type LiveHost, type LiveTarget, LiveUpdates } from "../controllers/live-updates.js";
import { resultOf } from "../controllers/result-of.js";
import { Surroundings } from "../controllers/surroundings.js";
import type { PanelData } from "../feature-panel/panel-data.js";
import { panelError } from "../feature-panel/panel-error.js";
import { FeatureErrorEvent, FeatureLoadEvent } from "../feature-panel/panel-events.js";
import { panelStyles } from "../feature-panel/panel-styles.js";
import { RunSelectEvent } from "../feature-trend/trend-events.js";
import { badgeStyles } from "../parts/badge-styles.js";
import { drawing } from "../parts/drawing.js";
import { renewalError } from "../parts/failed.js";
import { flag } from "../parts/flag.js";
import { frame } from "../parts/frame.js";
import { MovableElement } from "../parts/movable-element.js";
import { tokens } from "../parts/tokens.js";
import { waiting, waitingStyles } from "../parts/waiting.js";
import { untilSpoken } from "../words/late-words.js";
import { wordsFor } from "../words/words-for.js";
import type { CompareContent } from "./compare-content.js";
import { type LoadedRuns, followRuns, loadRuns, runsInHand } from "./load-runs.js";

/**
 * Runs of a feature beside each other: two laid over one axis with both columns of figures, several as rows, as a heat map
 * of the frozen bins, or as cumulative curves. One is the base, which the reader can change; drift from it is computed from
 * the counts in the bins that the runs share.
 *
 * ```html
 * <feature-compare src="…/features/loan_amount/" against="…/runs/20261101t000000z-1f2e3d4c/features/loan_amount/"></feature-compare>
 * ```
 *
 * Where two runs were measured against different references no index is told: pictures and figures stand side by side.
 *
 * @summary Compares runs of a feature.
 * @fires {FeatureLoadEvent} featurescope-load - The runs are shown; `detail.statistics` are the figures of the run at `src`
 * @fires {FeatureErrorEvent} featurescope-error - The runs could not be loaded; `detail.error` says why, and so does the comparison
 * @fires {RunSelectEvent} featurescope-select - A run was made the base; `detail` has its `run`, `feature`, `key` and `href`, the `src` of a panel
 * @csspart frame - The whole element
 * @csspart mark - When it was last updated, with `live`
 * @csspart name - The heading
 * @csspart badge - Glyph, word and figure of the verdict
 * @csspart finding - The sentence on what moved
 * @csspart chart - Each picture
 * @csspart rows - The table of runs, one per row
 * @csspart heat - The heat map of runs and frozen bins
 * @csspart figures - The table of figures
 * @csspart data - The table of frozen bins
 * @csspart controls - Each group of buttons
 * @cssprop --featurescope-font - Font family; Inter, where the page has it
 */
export class FeatureCompare extends MovableElement implements LiveHost {
  static override styles = [tokens, frame, drawing, waitingStyles, badgeStyles, panelStyles];

  /** Address of the feature's folder in the run to look at; relative to the page. */
  @property() src = "";
  /** Addresses of the feature's folder in other runs, separated by spaces; the first is the base. By default the gateway's previous run. */
  @property() against = "";
  /** How runs are laid out; by default an overlay of two, rows of more. */
  @property() view: "overlay" | "rows" | "heat" | "ecdf" | "" = "";
  /** Follows the gateway's events: looks at each newer run as soon as it is published. */
  @property({ type: Boolean, converter: flag, reflect: true }) live = false;
  /** Documents already in hand, of the run and of those to compare it with; then nothing is loaded. */
  @property({ attribute: false }) data: readonly PanelData[] | null = null;
  /** `light` or `dark`, instead of the reader's own scheme. */
  @property({ reflect: true }) theme: "light" | "dark" | null = null;

  @state() private base: string | null = null;
  @state() private added: readonly string[] = [];

  /** @internal */
  readonly surroundings = new Surroundings(this);
  /** @internal */
  readonly updates = new LiveUpdates(this);
  /** What draws all but the bare frame; a file of its own, asked for together with the documents. */
  #content = new Task(this, {
    args: () => [],
    task: async (): Promise<CompareContent> => {
      const { CompareContent } = await import("./compare-content.js");
      await untilSpoken(this.surroundings.language);
      return new CompareContent(this);
    },
    onError: () => this.updates.fail(),
  });
  #runs = new Task(this, {
    args: () => [this.src, this.against, this.data, this.added, this.updates.target] as const,
    task: ([src, against, data, added, target], { signal }) =>
      this.#obtain(src, [...against.split(/\s+/).filter(Boolean), ...added], data, target, signal),
    onComplete: (runs) => this.#show(runs),
    onError: (error) => {
      this.updates.fail(error as Error);
      this.dispatchEvent(new FeatureErrorEvent(error as Error));
    },
  });

  /** The last that came from these addresses: shown while others are on their way, and where they cannot be had. */
  #shown: LoadedRuns | null = null;

  /** Loads all runs again. What is shown stays until they have arrived. */
  async reload(): Promise<void> {
    this.updates.renew();
    if (this.#content.status === TaskStatus.ERROR) void this.#content.run();
    await this.#runs.run();
  }

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has("src") && !changed.has("against") && !changed.has("data")) return;
    this.updates.failure = undefined;
    this.#shown = null;
    this.base = null;
    this.added = [];
  }

  async #obtain(
    src: string,
    against: readonly string[],
    data: readonly PanelData[] | null,
    target: LiveTarget | null,
    signal: AbortSignal,
  ): Promise<LoadedRuns | typeof initialState> {
    const inHand = data === null ? null : runsInHand(data, src);
    if (inHand !== null) return inHand;
    if (src === "") return initialState;
    const shown = this.#shown;
    return target === null || shown === null
      ? loadRuns(src, against, signal)
      : followRuns(target, src, against, shown, signal);
  }

  #show(runs: LoadedRuns): void {
    this.updates.failure = undefined;
    if (runs === this.#shown) return;
    this.#shown = runs;
    const { pipeline, run, createdAt, feature, status, drift } = runs.current.statistics;
    this.updates.show({
      pipeline,
      run,
      version: `${run} ${createdAt}`,
      features: [{ name: feature, status, verdict: drift?.verdict ?? "unknown" }],
    });
    this.dispatchEvent(new FeatureLoadEvent(runs.current.statistics));
  }

  protected override render(): TemplateResult {
    return html`<article class="frame" part="frame" lang=${this.#words.language}>${this.#body()}</article>`;
  }

  get #words() {
    return wordsFor(this.surroundings.language, () => this.requestUpdate());
  }

  #body(): TemplateResult | typeof nothing {
    const content = resultOf(this.#content);
    const runs = this.#shown;
    const words = this.#words;
    const { failure } = this.updates;
    if (content !== null && runs !== null)
      return html`${this.updates.render(words)}
      ${content.render(runs, {
        base: this.base,
        view: this.view,
        words,
        onView: (chosen) => (this.view = chosen),
        onBase: (run) => this.#pin(run, runs),
      })}
      ${failure === undefined ? nothing : renewalError(failure, words, this.#retry)}`;
    content?.clear();
    const name = nameIn(this.src);
    const error = failure ?? this.#content.error;
    if (error !== undefined) return panelError(name, error, { words, onRetry: this.#retry });
    return this.#runs.status === TaskStatus.INITIAL
      ? nothing
      : waiting(html`<h2>${name}</h2>`, words.loading);
  }

  #retry = (): void => void this.reload();

  /** Makes a run the base, and loads it where it is not among the runs yet. */
  #pin(run: string, { current, others, history, addressOf }: LoadedRuns): void {
    this.base = run;
    const isThere = [current, ...others].some(({ statistics }) => statistics.run === run);
    const isKnown = history.some((row) => row.run === run);
    const { feature, key } = current.statistics;
    if (isThere || isKnown)
      this.dispatchEvent(new RunSelectEvent({ run, feature, key, href: addressOf(run) }));
    if (!isThere && isKnown) this.added = [...this.added, addressOf(run)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "feature-compare": FeatureCompare;
  }
}
