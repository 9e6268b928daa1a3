import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { Task, TaskStatus, initialState } from "@lit-labs/task";
import { LitElement, html, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { nameIn } from "../controllers/addresses.js";
import { resultOf } from "../controllers/result-of.js";
import { Surroundings } from "../controllers/surroundings.js";
import { panelStyles } from "../feature-panel/panel-styles.js";
import { badgeStyles } from "../parts/badge-styles.js";
import { drawing } from "../parts/drawing.js";
import { frame } from "../parts/frame.js";
import { tokens } from "../parts/tokens.js";
import { wordsFor } from "../words/words.js";
import type { CompareContent } from "./compare-content.js";
import { type LoadedRuns, loadRuns, withoutTwins } from "./load-runs.js";

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
 * @attr {string} src - Address of the feature's folder in the run that is looked at
 * @attr {string} against - Addresses of the feature's folder in other runs, separated by spaces; the first is the base. By default a gateway's run before
 * @attr {"overlay" | "rows" | "heat" | "ecdf"} view - How runs are laid out; by default an overlay of two, else rows
 * @csspart frame - The whole
 * @csspart name - The heading
 * @csspart badge - Glyph, word and figure of the verdict
 * @csspart finding - The sentence on what moved
 * @csspart chart - A picture
 * @csspart rows - The table of runs, one a row
 * @csspart heat - The table of runs and frozen bins
 * @csspart figures - The table of figures
 * @csspart data - The table of frozen bins
 * @csspart controls - Groups of buttons
 * @cssprop --featurescope-font - Font family; Inter, where the page has it
 */
export class FeatureCompare extends LitElement {
  static override styles = [tokens, frame, drawing, badgeStyles, panelStyles];

  /** Address of the feature's folder; relative to the page. */
  @property() src = "";
  /** Addresses of the same feature's folder in other runs, separated by spaces. */
  @property() against = "";
  /** How runs are laid out; empty for what suits their number. */
  @property() view: "overlay" | "rows" | "heat" | "ecdf" | "" = "";
  /** Documents of the run and of those to compare it with already in hand; then nothing is loaded. */
  @property({ attribute: false }) data: readonly ChartDocuments[] | null = null;
  /** `light` or `dark`, instead of the reader's own scheme. */
  @property({ reflect: true }) theme: "light" | "dark" | null = null;

  @state() private base: string | null = null;
  @state() private added: readonly string[] = [];

  /** @internal */
  readonly surroundings = new Surroundings(this);
  /** What draws all but the bare frame; a file of its own, asked for together with the documents. */
  #content = new Task(this, {
    args: () => [],
    task: async (): Promise<CompareContent> => {
      const { CompareContent } = await import("./compare-content.js");
      return new CompareContent(this);
    },
  });
  #runs = new Task(this, {
    args: () => [this.src, this.against, this.data, this.added] as const,
    task: ([src, against, data, added], { signal }) => obtain(src, against, data, added, signal),
  });

  /** Loads all runs again. */
  async reload(): Promise<void> {
    await this.#runs.run();
  }

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has("src") && !changed.has("against") && !changed.has("data")) return;
    this.base = null;
    this.added = [];
  }

  protected override render(): TemplateResult {
    const { language } = wordsFor(this.surroundings.language, () => this.requestUpdate());
    const name = nameIn(this.src);
    const shown = this.#runs.value;
    return html`<article class="frame" part="frame" lang=${language}>
      ${this.#runs.render({
        initial: () => html`<header><h2>${name}</h2></header>`,
        pending: () =>
          // Another run is on its way: what is there stays.
          shown !== undefined && this.added.length > 0 ? this.#selected(shown) : this.#loading(name),
        error: (error) => this.#failure(name, error),
        complete: (runs) => this.#selected(runs),
      })}
    </article>`;
  }

  get #words() {
    return wordsFor(this.surroundings.language, () => this.requestUpdate());
  }

  #selected(runs: LoadedRuns): TemplateResult {
    if (this.#content.status === TaskStatus.ERROR)
      return this.#failure(nameIn(this.src), this.#content.error);
    return (
      resultOf(this.#content)?.render(runs, {
        base: this.base,
        view: this.view,
        words: this.#words,
        onView: (chosen) => (this.view = chosen),
        onBase: (run) => this.#pin(run, runs),
      }) ?? this.#loading(nameIn(this.src))
    );
  }

  /** Makes a run the base, and loads it where it is not among the runs yet. */
  #pin(run: string, { current, others, history, addressOf }: LoadedRuns): void {
    this.base = run;
    const isThere = [current, ...others].some(({ statistics }) => statistics.run === run);
    if (!isThere && history.some((row) => row.run === run)) this.added = [...this.added, addressOf(run)];
  }

  #loading(name: string): TemplateResult {
    resultOf(this.#content)?.clear();
    return html`<header><h2>${name}</h2></header>
      <p class="muted" role="status" aria-busy="true">${this.#words.loading}</p>`;
  }

  #failure(name: string, error: unknown): TemplateResult {
    resultOf(this.#content)?.clear();
    const words = this.#words;
    const { code = "", message = String(error) } = error as { code?: string; message?: string };
    return html`<header><h2>${name}</h2></header>
      <p class="finding" role="alert">${words.failure(code)}</p>
      <p class="small muted">${message}</p>
      <p class="actions">
        <button class="outlined" @click=${() => void this.reload()}>${words.retry}</button>
      </p>`;
  }
}

async function obtain(
  src: string,
  against: string,
  data: readonly ChartDocuments[] | null,
  added: readonly string[],
  signal: AbortSignal,
): Promise<LoadedRuns | typeof initialState> {
  const [current, ...others] = data ?? [];
  if (current !== undefined) {
    return { current, others: withoutTwins(current, others), history: [], addressOf: () => src };
  }
  if (src === "") return initialState;
  return loadRuns(src, [...against.split(/\s+/).filter(Boolean), ...added], signal);
}

declare global {
  interface HTMLElementTagNameMap {
    "feature-compare": FeatureCompare;
  }
}
