import type { FeatureList, FeatureRow, Manifest } from "@featurescope/analyzer/artifact";
import { Task, TaskStatus } from "@lit-labs/task";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type LiveHost, LiveUpdates } from "../controllers/live-updates.js";
import type { Loaded } from "../controllers/load-document.js";
import { resultOf } from "../controllers/result-of.js";
import { Surroundings } from "../controllers/surroundings.js";
import { FeatureErrorEvent } from "../feature-panel/panel-events.js";
import { drawing } from "../parts/drawing.js";
import { failed, renewalError } from "../parts/failed.js";
import { flag } from "../parts/flag.js";
import { frame } from "../parts/frame.js";
import { MovableElement } from "../parts/movable-element.js";
import { remembered } from "../parts/remembered.js";
import { tokens } from "../parts/tokens.js";
import { waiting, waitingStyles } from "../parts/waiting.js";
import { untilSpoken } from "../words/late-words.js";
import { wordsFor } from "../words/words-for.js";
import type { Words } from "../words/words.js";
import { AddressedSelection } from "./addressed-selection.js";
import { layoutOf } from "./board-layout.js";
import { BoardLoadEvent } from "./board-load-event.js";
import { BoardOrder } from "./board-order.js";
import type * as BoardParts from "./board-parts.js";
import { BoardStaleness } from "./board-staleness.js";
import { boardStyles } from "./board-styles.js";
import { FeatureSelectEvent } from "./feature-select-event.js";
import { type BoardFilter, NO_FILTER, filterFeatures } from "./filter-features.js";
import { GrowingRows } from "./growing-rows.js";
import { keyOfRow } from "./key-of-row.js";
import { followBoard, loadBoard } from "./load-board.js";
import { steppedIndex } from "./stepped-index.js";

/**
 * A run's features, ranked by what deserves a look first: importance × drift beyond noise, broken ones above all.
 *
 * ```html
 * <feature-board src="https://gateway/api/v1/pipelines/credit/features"></feature-board>
 * ```
 *
 * ↑ ↓ Home End Page↑ Page↓ move through the rows, Enter or a click selects one. Rows further down are drawn when they come near
 * the viewport. When the data change, rows keep their places until the reader asks for a new ranking; with `live` they change by
 * themselves, as soon as the gateway tells of a newer run.
 *
 * @summary The ranked list of a run's features.
 * @fires {BoardLoadEvent} featurescope-load - A run's features are shown; `detail.list` is the list
 * @fires {FeatureErrorEvent} featurescope-error - The list could not be loaded; `detail.error` says why, and so does the board
 * @fires {FeatureSelectEvent} featurescope-select - A feature was selected; `detail` has its `feature`, `key` and `href`
 * @csspart frame - The whole element
 * @csspart row - A feature's row
 * @csspart mark - When it was last updated, with `live`
 * @csspart finding - Why there is no list
 * @cssprop --featurescope-font - Font family; Inter, where the page has it
 */
export class FeatureBoard extends MovableElement implements LiveHost {
  static override styles = [tokens, frame, drawing, waitingStyles, boardStyles];

  /** Address of a gateway's features list or of a report's `manifest.json`; relative to the page. */
  @property() src = "";
  /** A features list or manifest already in hand; then nothing is loaded, and `src` is only what links are relative to. */
  @property({ attribute: false }) data: FeatureList | Manifest | null = null;
  /** Follows the gateway's events: shows each newer run as soon as it is published. */
  @property({ type: Boolean, converter: flag, reflect: true }) live = false;
  /** Keeps the selected feature's key in the page's address, behind `#`, and selects it when the page opens. */
  @property({ type: Boolean, converter: flag, attribute: "keep-address" }) keepAddress = false;
  /** Selects the first row as soon as the list is there, where the page's address names none; the address stays as it is. */
  @property({ type: Boolean, converter: flag, attribute: "select-first" }) selectFirst = false;
  /** `light` or `dark`, instead of the reader's own scheme. */
  @property({ reflect: true }) theme: "light" | "dark" | null = null;

  @state() private filter: BoardFilter = NO_FILTER;
  @state() private active: string | null = null;
  @state() private selected: string | null = null;
  @state() private width = 1100;

  #surroundings = new Surroundings(this);
  #first: string | null = null;
  #order = new BoardOrder();
  #shown: Loaded<FeatureList> | null = null;
  #layoutOf = remembered(layoutOf);
  #rows = new GrowingRows(this, () => this.renderRoot.querySelector(".rest"));
  #selection = new AddressedSelection(this, (key) => this.#select(key));
  #resized = new ResizeObserver(([entry]) => (this.width = entry!.contentRect.width));
  /** What draws header, rows and footer; a file of its own, asked for together with the list. */
  #parts = new Task(this, {
    args: () => [],
    task: async (): Promise<typeof BoardParts> => {
      const parts = await import("./board-parts.js");
      await untilSpoken(this.#surroundings.language);
      this.adopt(parts.rowStyles);
      if (this.#shown === null) parts.prepareRows(this.#words());
      return parts;
    },
    onError: (error) => this.#fail(error),
  });
  #updates = new LiveUpdates(this);
  #staleness = new BoardStaleness(this);
  #load = new Task(this, {
    task: ([src, data, target], { signal }) =>
      target === null || this.#shown === null
        ? loadBoard(src, data, signal)
        : followBoard(target, src, this.#shown, signal),
    args: () => [this.src, this.data, this.#updates.target] as const,
    onComplete: (loaded) => this.#show(loaded),
    onError: (error) => {
      // A list in hand that cannot be read is no newer one of what is shown.
      if (this.data !== null) this.#shown = null;
      this.#fail(error);
    },
  });

  /** Loads the list again. Rows keep their places; the footer offers to rank them again where that would move any. */
  async reload(): Promise<void> {
    this.#updates.renew();
    if (this.#parts.status === TaskStatus.ERROR) void this.#parts.run();
    await this.#load.run();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another list in hand takes the place of what is shown, whole and in one step.
    if (changed.has("src") || (changed.has("data") && this.data === null)) this.#shown = null;
  }

  protected override render(): TemplateResult {
    const words = this.#words();
    return html`<article class="frame" part="frame" lang=${words.language}>
      ${this.#updates.render(words)} ${this.#content(words)}
    </article>`;
  }

  #words(): Words {
    return wordsFor(this.#surroundings.language, () => this.requestUpdate());
  }

  #content(words: Words): TemplateResult | typeof nothing {
    const parts = resultOf(this.#parts);
    if (parts === null || this.#shown === null) return this.#nothingYet(words);
    return this.#board(this.#shown.document, parts, words);
  }

  #board(list: FeatureList, parts: typeof BoardParts, words: Words): TemplateResult {
    const { boardFooter, boardHeader, boardRows, columnHeads } = parts;
    const features = this.#order.of(list.features);
    const rows = filterFeatures(features, this.filter);
    const layout = this.#layoutOf(list, this.width);
    const active = rows.find(({ key }) => key === this.active) ?? rows[0];
    const drawn = rows.slice(0, this.#rows.count);
    const stale = this.#staleness.of(list, words);
    return html`${boardHeader({
        list,
        filter: this.filter,
        stale,
        words,
        onFilter: (filter) => (this.filter = filter),
      })}
      <div
        class="rows ${stale === null ? "" : "stale"}"
        role="grid"
        aria-label=${words.board.label}
        aria-rowcount=${rows.length + 1}
        @keydown=${this.#keyPressed}
        @click=${this.#clicked}
        @focusin=${this.#focused}
      >
        ${columnHeads(list, layout, words)}
        ${boardRows(drawn, { active, selected: this.selected ?? this.#first }, layout, words)}
      </div>
      ${
        rows.length === 0
          ? html`<p class="none muted">
              ${features.length === 0 ? words.board.noFeatures : words.board.noMatch}
            </p>`
          : nothing
      }
      ${
        drawn.length < rows.length
          ? html`<div class="rest" .style=${`--rest:${rows.length - drawn.length}`}></div>`
          : nothing
      }
      ${this.#updates.failure && renewalError(this.#updates.failure, words, this.#retry)}
      ${boardFooter({
        shown: rows.length,
        total: features.length,
        printed: [words.run(list.run), this.src && new URL(this.src, document.baseURI).href],
        byImportance: layout.importance !== null,
        order: this.#order,
        live: this.live,
        words,
        onRank: () => {
          this.#order.rank();
          this.requestUpdate();
        },
      })}`;
  }

  #nothingYet(words: Words): TemplateResult | typeof nothing {
    const error = this.#updates.failure ?? this.#parts.error;
    if (error !== undefined) return failed(error, { words, onRetry: this.#retry });
    const isBusy = [this.#parts, this.#load].some(({ status }) => status === TaskStatus.PENDING);
    return isBusy ? waiting(nothing, words.loading) : nothing;
  }

  #retry = (): void => void this.reload();

  #show(loaded: Loaded<FeatureList> | null): void {
    this.#updates.failure = undefined;
    if (loaded === this.#shown) return;
    const before = this.#shown?.document.pipeline;
    this.#shown = loaded;
    if (loaded === null) return;
    const { pipeline, run, createdAt, features } = loaded.document;
    if (pipeline !== before) {
      this.selected = this.#first = null;
      this.#order.forget();
    }
    const runs = features.reduce((sum, { recent }) => sum + recent.runs.length, 0);
    this.#updates.show({ pipeline, run, version: `${run} ${createdAt} ${runs}`, features });
    this.#order.take(features);
    const [first] = this.#order.of(features);
    if (this.selectFirst && first && !this.selected && !this.#first && !this.#selection.isSaid) {
      this.#first = first.key;
      this.#tell(first, loaded);
    }
    void this.#announce(loaded);
  }

  async #announce(loaded: Loaded<FeatureList>): Promise<void> {
    // Without the parts that draw it the list is not shown, and their failure was told.
    await this.#parts.taskComplete.catch(() => undefined);
    await this.updateComplete;
    if (this.#parts.status !== TaskStatus.COMPLETE || loaded !== this.#shown) return;
    this.dispatchEvent(new BoardLoadEvent(loaded.document));
    this.#selection.restore();
  }

  #fail(error: unknown): void {
    this.#updates.fail(error as Error);
    this.dispatchEvent(new FeatureErrorEvent(error as Error));
  }

  #select(key: string): void {
    const row = this.#shown?.document.features.find((feature) => feature.key === key);
    if (row === undefined || this.#shown === null || key === this.selected) return;
    this.selected = this.active = key;
    this.#selection.keep(key);
    this.#tell(row, this.#shown);
  }

  #tell({ name, key, href }: FeatureRow, { folder }: Loaded<FeatureList>): void {
    this.dispatchEvent(new FeatureSelectEvent({ feature: name, key, href: new URL(href, folder).href }));
  }

  #clicked = (event: Event): void => {
    const key = keyOfRow(event);
    if (key !== null) this.#select(key);
  };

  #focused = (event: Event): void => {
    this.active = keyOfRow(event) ?? this.active;
  };

  #keyPressed = (event: KeyboardEvent): void => {
    const key = keyOfRow(event);
    if (key === null || this.#shown === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = filterFeatures(this.#order.of(this.#shown.document.features), this.filter);
    const at = rows.findIndex((row) => row.key === key);
    const next = steppedIndex(event.key, at, rows.length);
    if (event.key === "Enter" || event.key === " ") this.#select(key);
    else if (next !== null) void this.#focus(rows[next]!, next);
    else return;
    event.preventDefault();
  };

  async #focus(row: FeatureRow, index: number): Promise<void> {
    this.#rows.reach(index + 1);
    this.active = row.key;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "feature-board": FeatureBoard;
  }
}
