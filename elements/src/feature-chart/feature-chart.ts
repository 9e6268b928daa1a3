import { Task, TaskStatus, initialState } from "@lit-labs/task";
import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { fileIn, nameIn } from "../controllers/addresses.js";
import { inTurn } from "../controllers/in-turn.js";
import { resultOf } from "../controllers/result-of.js";
import { Seen } from "../controllers/seen.js";
import { Surroundings } from "../controllers/surroundings.js";
import { FeatureErrorEvent } from "../feature-panel/panel-events.js";
import { chartColors } from "../parts/chart-colors.js";
import { failed } from "../parts/failed.js";
import { frame } from "../parts/frame.js";
import { MovableElement } from "../parts/movable-element.js";
import { tokens } from "../parts/tokens.js";
import { wordsFor } from "../words/words-for.js";
import type { Words } from "../words/words.js";
import { ChartError } from "./chart-error.js";
import { ChartLoadEvent } from "./chart-load-event.js";
import { chartStyles } from "./chart-styles.js";
import { chartWords } from "./chart-words.js";
import type * as DrawSpec from "./draw-spec.js";
import type { DrawOptions, DrawnSpec } from "./draw-spec.js";
import { loadSpec } from "./load-spec.js";
import { type SafeSpec, safeSpec } from "./safe-spec.js";

/**
 * A stored Vega-Lite spec, drawn without trusting it: all data is inside, nothing is loaded, no code is made, and what it says
 * of its host is left out. Without a width of its own it fills its place.
 *
 * ```html
 * <feature-chart src="…/features/loan_amount/chart.vl.json"></feature-chart>
 * ```
 *
 * @summary Shows a stored chart.
 * @csspart frame - The whole element
 * @csspart chart - The picture
 * @csspart data - The tables of the rows behind it
 * @csspart controls - The button in the footer
 * @csspart finding - Why there is no picture
 * @cssprop --featurescope-font - Font family; Inter, where the page has it
 * @fires {ChartLoadEvent} featurescope-load - The chart is drawn; again after each change of colours
 * @fires {FeatureErrorEvent} featurescope-error - Nothing can be shown; `detail.error` says why, and so does the chart
 */
export class FeatureChart extends MovableElement {
  static override styles = [tokens, frame, chartStyles];

  /** Address of a Vega-Lite spec, or of a feature's folder, ending in a slash, for its `chart.vl.json`; relative to the page. */
  @property() src = "";
  /** A spec already in hand; then nothing is loaded. */
  @property({ attribute: false }) data: unknown = null;
  /** `light` or `dark`, instead of the reader's own scheme. */
  @property({ reflect: true }) theme: "light" | "dark" | null = null;

  @state() private showsData = false;

  /** @internal */
  readonly surroundings = new Surroundings(this);
  /** @internal */
  readonly seen = new Seen(this);
  /** What draws; kept, as to import it again would take a task. */
  #code: typeof DrawSpec | null = null;
  #drawn: DrawnSpec | null = null;
  #resizes = new ResizeObserver(() => this.requestUpdate());
  #width = 0;
  #spec = new Task(this, {
    args: () => [this.src, this.data, this.data !== null || this.seen.near] as const,
    task: ([src, data, near], { signal }) => obtain(src, data, near, signal),
    onError: (error) => this.#report(error),
  });
  #tables = new Task(this, {
    args: () => [this.showsData] as const,
    task: ([shows]) => (shows ? import("./data-tables.js") : null),
  });
  #drawing = new Task(this, {
    autoRun: "afterUpdate",
    args: () =>
      [resultOf(this.#spec) ?? undefined, this.#isIdle, this.#place !== null, this.#colorsKey] as const,
    task: ([spec], { signal }) => this.#draw(spec, signal),
    onError: (error) => {
      this.#unfit = this.#spec.value;
      this.#report(error);
    },
  });
  /** The spec that could not be drawn. */
  #unfit: SafeSpec | undefined;

  /** Loads and draws the chart again. */
  async reload(): Promise<void> {
    await this.#spec.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const box = this.renderRoot.querySelector(".width");
    if (box === null) return;
    this.#resizes.observe(box);
    const width = box.clientWidth;
    if (width === this.#width || width === 0) return;
    this.#width = width;
    void this.#drawn?.resize(width);
  }

  protected override render(): TemplateResult {
    const words = wordsFor(this.surroundings.language, () => this.requestUpdate());
    const own = chartWords(words);
    const spec = this.#isIdle ? undefined : this.#spec.value;
    const unfit = spec === this.#unfit ? this.#drawing.error : undefined;
    const error = this.#isIdle ? undefined : (this.#spec.error ?? unfit);
    const isWaiting = this.#drawn === null && (this.src !== "" || this.data !== null);
    return html`<article class="frame" part="frame" lang=${words.language}>
      ${
        error !== undefined && error !== null
          ? this.#failure(error, words)
          : html`<figure tabindex="0" aria-label=${nameOf(spec, this.src) || own.chart} part="chart">
                <div class="width"></div>
                <div class="place"></div>
                ${isWaiting ? html`<p class="wait muted" role="status">${words.loading}</p>` : nothing}
                <div class="tip" hidden></div>
              </figure>
              ${spec === undefined ? nothing : this.#data(spec, words)}`
      }
    </article>`;
  }

  #data(spec: SafeSpec, words: Words): TemplateResult {
    const { language, dataTable } = words;
    const tables = this.showsData ? resultOf(this.#tables) : null;
    return html`${
        tables === null
          ? nothing
          : html`<div class="data" part="data" role="group" aria-label=${dataTable} tabindex="0">
              ${tables.dataTables(spec, language, chartWords(words))}
            </div>`
      }
      <footer>
        <span class="controls" part="controls">
          <button aria-pressed=${this.showsData} @click=${() => (this.showsData = !this.showsData)}>
            ${dataTable}
          </button>
        </span>
      </footer>`;
  }

  get #place(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>(".place") ?? null;
  }

  get #colors() {
    return chartColors(this, this.surroundings.isPrinting);
  }

  get #colorsKey(): string {
    return this.isConnected ? JSON.stringify(this.#colors) : "";
  }

  async #draw(spec: SafeSpec | undefined, signal: AbortSignal): Promise<void | typeof initialState> {
    const place = this.#place;
    if (this.#isIdle) this.#end();
    if (spec === undefined || place === null) return initialState;
    this.#code ??= await import("./draw-spec.js");
    const { drawSpec } = this.#code;
    const options: DrawOptions = {
      colors: this.#colors,
      width: this.#width || place.clientWidth,
      onTip: (text, event) => this.#tell(text, event),
    };
    const draw = (): ReturnType<typeof drawSpec> =>
      drawSpec(spec, options).catch((cause: unknown) => {
        const message = cause instanceof Error ? cause.message : String(cause);
        throw new ChartError("chart-invalid", message, { cause });
      });
    // No other task in between: what a page changes before it is printed is drawn in time.
    const drawn = await (this.surroundings.isPrinting ? draw() : inTurn(draw, signal));
    if (signal.aborted) {
      drawn.finalize();
      return;
    }
    // The new picture takes the old one's place in one step: nothing flashes.
    place.replaceChildren(drawn.box);
    this.#drawn?.finalize();
    this.#drawn = drawn;
    this.requestUpdate();
    this.dispatchEvent(new ChartLoadEvent(this.data === null ? this.src : null));
  }

  #tell(text: string | null, event: MouseEvent): void {
    const tip = this.renderRoot.querySelector<HTMLElement>(".tip");
    const figure = this.renderRoot.querySelector("figure");
    if (tip === null || figure === null) return;
    tip.hidden = text === null;
    tip.textContent = text;
    if (text === null) return;
    const { left, top, width } = figure.getBoundingClientRect();
    const x = Math.min(event.clientX - left + 14, width - tip.offsetWidth);
    tip.style.transform = `translate(${Math.max(0, x)}px, ${event.clientY - top + 14}px)`;
  }

  #failure(error: unknown, words: Words): TemplateResult {
    const isUnfit = error instanceof ChartError;
    // What was taken from an address may have been cut off on its way; a spec in hand stays what it is.
    const onRetry = isUnfit && this.data !== null ? null : () => void this.reload();
    const said = isUnfit ? { said: chartWords(words).failures[error.code] } : {};
    return failed(error, { words, onRetry, ...said });
  }

  /** Whether there is no spec, and none on its way. */
  get #isIdle(): boolean {
    return this.#spec.status === TaskStatus.INITIAL;
  }

  #end(): void {
    this.#drawn?.finalize();
    this.#drawn = null;
    this.#place?.replaceChildren();
  }

  #report(error: unknown): void {
    this.#end();
    this.dispatchEvent(new FeatureErrorEvent(error instanceof Error ? error : new Error(String(error))));
  }
}

/** What a chart is called: its own description or title, else its file. */
function nameOf(spec: SafeSpec | undefined, src: string): string {
  const { description, title } = spec ?? {};
  const { text } = (typeof title === "object" && title !== null ? title : { text: title }) as {
    text: unknown;
  };
  return [description, text].find((each) => typeof each === "string") ?? nameIn(src);
}

async function obtain(
  src: string,
  data: unknown,
  near: boolean,
  signal: AbortSignal,
): Promise<SafeSpec | typeof initialState> {
  if (data !== null) return safeSpec(data);
  if (src === "" || !near) return initialState;
  const address = new URL(src, document.baseURI);
  const file = address.pathname.endsWith("/") ? fileIn(address, "chart.vl.json") : address;
  return safeSpec(await loadSpec(file, signal));
}

declare global {
  interface HTMLElementTagNameMap {
    "feature-chart": FeatureChart;
  }
}
