import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { Task, initialState } from "@lit-labs/task";
import { LitElement, html, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { nameIn } from "../controllers/addresses.js";
import { Surroundings } from "../controllers/surroundings.js";
import { panelStyles } from "../feature-panel/panel-styles.js";
import { badgeStyles } from "../parts/badge-styles.js";
import { drawing } from "../parts/drawing.js";
import { frame } from "../parts/frame.js";
import { tokens } from "../parts/tokens.js";
import type { Words } from "../words/vocabulary.js";
import { wordsFor } from "../words/words.js";
import { type Comparison, compareRuns } from "./compare-runs.js";
import { compareStyles } from "./compare-styles.js";
import { compareView } from "./compare-view.js";
import { loadRunDocuments } from "./load-run-documents.js";
import { Pictures, type SideNames } from "./pictures.js";
import { runLabels } from "./run-labels.js";

/**
 * Two runs of a feature over one axis: pictures laid over each other, both columns of figures, and the drift from one to
 * the other, computed from the counts in the bins that both share.
 *
 * ```html
 * <feature-compare src="…/features/loan_amount/" against="…/runs/20261101t000000z-1f2e3d4c/features/loan_amount/"></feature-compare>
 * ```
 *
 * Where the two runs were measured against different references no index is told: pictures and figures stand side by side.
 *
 * @summary Compares a feature's run with another run.
 * @attr {string} src - Address of the feature's folder in the run that is looked at
 * @attr {string} against - Address of the feature's folder in the run that is the base
 * @attr {"light" | "dark"} theme - Which colours; as the reader prefers by default
 * @csspart frame - The whole
 * @csspart badge - Glyph, word and figure of the verdict
 * @csspart finding - The sentence on what moved
 * @csspart chart - A picture
 * @csspart figures - The table of figures
 * @cssprop --featurescope-font - Font family; Inter, where the page has it
 * @cssprop --featurescope-current-fill - Bars of the run looked at; all colours are listed in `parts/tokens.ts`
 */
export class FeatureCompare extends LitElement {
  static override styles = [tokens, frame, drawing, badgeStyles, panelStyles, compareStyles];

  /** Address of the feature's folder; relative to the page. */
  @property() src = "";
  /** Address of the same feature's folder in another run. */
  @property() against = "";
  /** Documents of the run and of its base already in hand; then nothing is loaded. */
  @property({ attribute: false }) data: readonly [ChartDocuments, ChartDocuments] | null = null;

  @state() private showsData = false;

  readonly surroundings = new Surroundings(this);
  #pictures = new Pictures(this);
  #compare = new Task(this, {
    args: () => [this.src, this.against, this.data] as const,
    task: ([src, against, data], { signal }) => obtain(src, against, data, signal),
  });

  /** Loads both runs again. */
  async reload(): Promise<void> {
    await this.#compare.run();
  }

  protected override render(): TemplateResult {
    const words = wordsFor(this.surroundings.language, () => this.requestUpdate());
    const name = nameIn(this.src);
    return html`<article class="frame" part="frame" lang=${words.language}>
      ${this.#compare.render({
        initial: () => html`<header><h2>${name}</h2></header>`,
        pending: () =>
          html`<header><h2>${name}</h2></header>
            <p class="muted" role="status">${words.loading}</p>`,
        error: (error) => this.#failure(name, error, words),
        complete: (comparison) => this.#comparison(comparison, words),
      })}
    </article>`;
  }

  #comparison(comparison: Comparison, words: Words): TemplateResult {
    const { current, base, pictures } = comparison;
    const names = runLabels(current, base, words.language);
    const shortNames = { current: words.current, reference: words.compare.base };
    this.#pictures.show(
      pictures.map((documents, i) => ({
        documents,
        names: i === 0 ? names : baseAlone(names),
        shortNames: i === 0 ? shortNames : baseAlone(shortNames),
      })),
    );
    return compareView(comparison, {
      names,
      settings: this.#pictures.settings,
      pictureFailed: this.#pictures.hasFailed,
      showsData: this.showsData,
      words,
      onSet: (settings) => this.#pictures.set(settings),
      onZoom: (factor) => this.#pictures.zoom(factor),
      onData: () => (this.showsData = !this.showsData),
    });
  }

  #failure(name: string, error: unknown, words: Words): TemplateResult {
    const { code = "", message = String(error) } = error as { code?: string; message?: string };
    return html`<header><h2>${name}</h2></header>
      <p class="finding" role="alert">${words.failure(code)}</p>
      <p class="small muted">${message}</p>
      <p class="actions">
        <button class="outlined" @click=${() => void this.reload()}>${words.retry}</button>
      </p>`;
  }
}

/** Names for a picture of the base alone, which stands there as the current run. */
function baseAlone({ reference }: SideNames): SideNames {
  return { current: reference, reference };
}

async function obtain(
  src: string,
  against: string,
  data: readonly [ChartDocuments, ChartDocuments] | null,
  signal: AbortSignal,
): Promise<Comparison | typeof initialState> {
  if (data !== null) return compareRuns(...data);
  if (src === "" || against === "") return initialState;
  return compareRuns(
    ...(await Promise.all([loadRunDocuments(src, signal), loadRunDocuments(against, signal)])),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "feature-compare": FeatureCompare;
  }
}
