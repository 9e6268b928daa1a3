import { Task, initialState } from "@lit-labs/task";
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { fileIn, folderOf, nameIn } from "../controllers/addresses.js";
import { inTurn } from "../controllers/in-turn.js";
import { LateModule } from "../controllers/late-module.js";
import { type LiveHost, type LiveTarget, LiveUpdates } from "../controllers/live-updates.js";
import { loadDocument } from "../controllers/load-document.js";
import { Seen } from "../controllers/seen.js";
import { Surroundings } from "../controllers/surroundings.js";
import type { Beside } from "../live/load-beside.js";
import { badgeStyles } from "../parts/badge-styles.js";
import { drawing } from "../parts/drawing.js";
import { flag } from "../parts/flag.js";
import { frame } from "../parts/frame.js";
import { MovableElement } from "../parts/movable-element.js";
import { tokens } from "../parts/tokens.js";
import { waiting, waitingStyles } from "../parts/waiting.js";
import { untilSpoken } from "../words/late-words.js";
import type { PanelData } from "./panel-data.js";
import { FeatureErrorEvent, FeatureLoadEvent } from "./panel-events.js";
import type { LoadedFeature, PanelHost } from "./panel-host.js";
import { panelStyles } from "./panel-styles.js";
import type * as PanelModule from "./panel-view.js";

/** What draws all but the bare frame; a file of its own, asked for together with the first document. */
const viewModule = new LateModule(() => import("./panel-view.js"));
/** Wait before it is asked for again, in milliseconds. */
const AGAIN = 5000;

/**
 * One feature of one run: verdict, finding, chart and figures.
 *
 * ```html
 * <feature-panel src="https://gateway/api/v1/pipelines/credit/features/loan_amount/"></feature-panel>
 * ```
 *
 * All files come from one run: the first answer's `Content-Location` fixes it. Frame and name show at once, figures with
 * `statistics.json`, the report's picture near the viewport, and the interactive chart once the panel is on screen.
 * Words follow the inherited `lang` (English, Chinese), colours the reader's scheme unless `theme` says which.
 *
 * With `live`, a newer run takes the place of the one that is shown as soon as the gateway tells of it, whole and without
 * a flash; only where `src` is a gateway's newest address.
 *
 * @summary Shows a feature's distribution, drift and statistics from a report.
 * @fires {FeatureLoadEvent} featurescope-load - The figures of a run are shown; `detail.statistics` is the document
 * @fires {FeatureErrorEvent} featurescope-error - The figures could not be loaded; `detail.error` says why, and so does the panel
 * @fires {FeatureBinEvent} featurescope-bin - A bin was pinned or released; `detail` has `feature`, `bin` and the tooltip's `text`
 * @csspart frame - The whole element
 * @csspart mark - When it was last updated, with `live`
 * @csspart name - The heading
 * @csspart badge - Glyph, word and figure of the verdict
 * @csspart finding - The sentence on what moved
 * @csspart chart - The picture, then the chart
 * @csspart figures - The table of figures
 * @csspart trend - The index over the last runs
 * @csspart data - The table of frozen bins
 * @csspart controls - The buttons in the footer
 * @cssprop --featurescope-font - Font family; Inter, where the page has it
 */
export class FeaturePanel extends MovableElement implements PanelHost, LiveHost {
  static override styles = [tokens, frame, drawing, waitingStyles, badgeStyles, panelStyles];

  /** Address of the feature's folder, relative to the page; a missing slash at its end is added, a query is kept. */
  @property() src = "";

  /** Documents already in hand; then nothing is loaded, whatever `src` says. */
  @property({ attribute: false }) data: PanelData | null = null;

  /** Follows the gateway's events: shows each newer run as soon as it is published. */
  @property({ type: Boolean, converter: flag, reflect: true }) live = false;

  /** `light` or `dark`, instead of the reader's own scheme. */
  @property({ reflect: true }) theme: "light" | "dark" | null = null;

  /** @internal */
  readonly seen = new Seen(this);
  /** @internal */
  readonly surroundings = new Surroundings(this);
  /** @internal */
  readonly updates = new LiveUpdates(this);

  #statistics = new Task(this, {
    args: () => [this.src, this.data, this.updates.target] as const,
    task: ([src, data, target], { signal }) => this.#load(src, data, target, signal),
    onComplete: (loaded) => this.#show(loaded),
    onError: (error) => {
      // Documents in hand that cannot be read are no newer figures of what is shown.
      if (this.data !== null) this.#last = null;
      this.updates.fail(error as Error);
      // Its own code did not come either, which would offer to ask again.
      if (viewModule.now === null) this.updates.askIn(AGAIN);
      this.dispatchEvent(new FeatureErrorEvent(error as Error));
    },
  });

  /** The last that came from this address: shown while newer figures are on their way, and where they cannot be had. */
  #last: LoadedFeature | null = null;
  /** Draws all but the bare frame; null until there is something to draw. */
  #view: PanelModule.PanelView | null = null;

  /** @internal */
  beside: Beside | null = null;

  /** Loads the documents again. What is shown stays until they have arrived. */
  reload(): void {
    this.updates.renew();
    void this.#statistics.run();
  }

  /** @internal */
  get loaded(): LoadedFeature | null {
    return this.#last;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // Other documents in hand take the place of what is shown, whole and in one step.
    if (this.data === null && (changed.has("src") || changed.has("data"))) this.#last = null;
    if (viewModule.now !== null && this.#hasSomething) this.#view ??= new viewModule.now.PanelView(this);
  }

  override render(): TemplateResult {
    const view = this.#view;
    const spoken = view === null || this.#last === null ? nameIn(this.src) : view.speak(this.#last.document);
    return html`<article
      class="frame"
      part="frame"
      lang=${view?.language ?? nothing}
      aria-label=${spoken || nothing}
      aria-busy=${this.#isBusy}
    >
      ${this.#content()}
    </article>`;
  }

  /** Figures, or a failure that says why there are none. */
  get #hasSomething(): boolean {
    return this.#last !== null || this.updates.failure !== undefined;
  }

  /** Whether something is on its way; not where it was given nothing to show. */
  get #isBusy(): boolean {
    return !this.#hasSomething && (this.src !== "" || this.data !== null);
  }

  /** Where many panels come at once, frames and first figures are drawn in turns, those on screen first: the page stays at hand. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const draw = (): void => super.scheduleUpdate() as void;
    if (this.hasUpdated && (this.#view !== null || !this.#hasSomething)) return draw();
    const pieces =
      this.#last && viewModule.now?.preparations(this.#last.document, this.surroundings.language);
    // Before the figures of whichever panel comes first.
    for (const piece of pieces ?? []) void inTurn(piece, null, () => true);
    return inTurn(draw, null, () => this.seen.onScreen);
  }

  async #load(
    src: string,
    data: PanelData | null,
    target: LiveTarget | null,
    signal: AbortSignal,
  ): Promise<LoadedFeature | typeof initialState> {
    const view = viewModule.get();
    const documents = this.#documents(view, src, data, target, signal);
    // A failure is told in words, which come with the view, and with the language's file.
    await Promise.allSettled([documents, view]);
    await untilSpoken(this.surroundings.language);
    return documents;
  }

  async #documents(
    view: typeof PanelModule | Promise<typeof PanelModule>,
    src: string,
    data: PanelData | null,
    target: LiveTarget | null,
    signal: AbortSignal,
  ): Promise<LoadedFeature | typeof initialState> {
    const decode = async (json: unknown) => (await view).decodeStatistics(json);
    if (data !== null)
      return { document: await decode(data.statistics), folder: new URL(document.baseURI), inHand: data };
    if (src === "") return initialState;
    const shown = this.#last;
    if (target !== null && shown !== null) {
      const { followRun, loadBeside } = await import("../live/live.js");
      const loaded = await followRun(target, src, shown, signal);
      // What is shown stays until all that stands beside these figures is there as well.
      if (loaded !== shown) this.beside = await loadBeside(loaded, this.seen.onScreen, signal);
      return loaded;
    }
    const address = fileIn(folderOf(src, document.baseURI), "statistics.json");
    // Of many panels each asks as soon as its frame is drawn, not after all other frames.
    const asked = await inTurn(
      () => ({ answer: loadDocument(address, decode, signal) }),
      signal,
      () => true,
    );
    return asked.answer;
  }

  #show(loaded: LoadedFeature): void {
    this.updates.failure = undefined;
    if (loaded === this.#last) return;
    this.#last = loaded;
    const { pipeline, run, createdAt, feature, status, drift } = loaded.document;
    const verdict = drift?.verdict ?? "unknown";
    this.updates.show({
      pipeline,
      run,
      version: `${run} ${createdAt}`,
      features: [{ name: feature, status, verdict }],
    });
    this.dispatchEvent(new FeatureLoadEvent(loaded.document));
  }

  #content(): TemplateResult | typeof nothing {
    const view = this.#view;
    const name = nameIn(this.src);
    const { failure } = this.updates;
    if (view !== null && this.#last !== null) return view.render(this.#last.document);
    if (view !== null && failure !== undefined) return view.renderError(name, failure);
    return this.#isBusy || failure
      ? waiting(html`<h2 part="name">${name}</h2>`, "", failure?.message)
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "feature-panel": FeaturePanel;
  }
}
