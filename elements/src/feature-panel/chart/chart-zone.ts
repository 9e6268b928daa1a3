import {
  type DistributionDocument,
  type PictureFile,
  type StatisticsDocument,
  decodeDistribution,
} from "@featurescope/analyzer/artifact";
import { type ChartColors, type ChartDocuments, chartHeight } from "@featurescope/analyzer/chart";
import { Task, TaskStatus, initialState } from "@lit-labs/task";
import { type ReactiveController, type TemplateResult, html, nothing } from "lit";
import { inTurn } from "../../controllers/in-turn.js";
import { LateModule } from "../../controllers/late-module.js";
import { loadDistribution } from "../../controllers/load-feature.js";
import { loadPoster } from "../../controllers/poster.js";
import { resultOf } from "../../controllers/result-of.js";
import { keptSettings } from "../../live/kept-settings.js";
import { chartColors } from "../../parts/chart-colors.js";
import { wordsFor } from "../../words/words-for.js";
import type { Words } from "../../words/words.js";
import { FeatureBinEvent } from "../panel-events.js";
import type { PanelHost } from "../panel-host.js";
import { type ChartSettings, INITIAL_SETTINGS } from "./chart-settings.js";
import type { LiveZone } from "./live-zone.js";

/** Narrower than this, the poster's 740 px shrink until its text cannot be read. */
const POSTER_FROM = 480;

/** Narrower than this, the chart has one column. */
const NARROW = 520;

const chartModule = new LateModule(() => import("./live-zone.js"));

/** True once the page has the code of the interactive chart: posters are not worth their bytes then. */
let chartIsLoaded = false;

/**
 * The panel's picture: a box of the chart's height, in it first the report's poster and then the interactive chart.
 * Where the chart cannot be had, the poster stays.
 */
export class ChartZone implements ReactiveController {
  #host: PanelHost;
  #documents: Task<readonly unknown[], ChartDocuments>;
  #poster: Task<readonly [URL | undefined, PictureFile | null], HTMLCanvasElement>;
  #drawing: Task<readonly unknown[], void>;
  #resizes: ResizeObserver;
  #box: HTMLElement | null = null;
  #live: LiveZone | null = null;
  #isDrawn = false;
  /** The last that was loaded. */
  #last: DistributionDocument | null = null;
  /** Width of the box in CSS px; 0 before it was measured. */
  width = 0;
  /** Width of the whole element then. */
  hostWidth = 0;
  settings: ChartSettings = INITIAL_SETTINGS;

  constructor(host: PanelHost) {
    this.#host = host;
    host.addController(this);
    this.#resizes = new ResizeObserver(() => this.#measure());
    const onError = (): void => {
      // The chart of another run must not stay beside these figures.
      this.#endChart();
      host.updates.fail();
    };
    this.#documents = new Task(host, {
      args: () => [host.loaded, this.#isInHand || (host.seen.onScreen && host.isConnected)],
      task: (_, { signal }) => this.#load(signal),
      onError,
    });
    this.#poster = new Task(host, {
      args: () => [host.loaded?.folder, this.#posterFile()] as const,
      task: ([folder, file], { signal }) =>
        folder && file ? loadPoster({ folder, file }, signal) : initialState,
    });
    this.#drawing = new Task(host, {
      args: () => [this.documents, this.#box, this.width, this.settings, this.#colorsKey(), this.#words],
      task: (_, { signal }) => this.#draw(signal),
      onError,
    });
  }

  /** What the chart is drawn from; null before it has come. */
  get documents(): ChartDocuments | null {
    return this.#host.loaded === null ? null : resultOf(this.#documents);
  }

  /** The interactive chart; null before it is drawn, and while it still shows the run before. */
  get live(): LiveZone | null {
    return this.#isDrawn && this.documents !== null ? this.#live : null;
  }

  /** How many levels a chart of this width shows before it is asked for all. */
  get levelsThatFit(): number {
    return this.width < NARROW ? 8 : 12;
  }

  /** Changes how the chart is drawn. */
  set(settings: Partial<ChartSettings>): void {
    const before = this.settings;
    this.settings = { ...before, ...settings };
    if (this.live !== null && this.settings.pinned !== before.pinned) {
      const bin = this.settings.pinned ? this.settings.cursor : null;
      const { document } = this.#host.loaded!;
      this.#host.dispatchEvent(
        new FeatureBinEvent(document.feature, bin, bin === null ? "" : this.live.text(bin)),
      );
    }
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const box = this.#host.renderRoot.querySelector<HTMLElement>(".zone");
    if (box !== this.#box) {
      this.hostDisconnected();
      this.#box = box;
      // Its width without its height, which this sets itself: a ResizeObserver must not answer to its own changes.
      if (box !== null) this.#resizes.observe(box.querySelector(".width")!);
      // The observer would answer a frame later, and the chart come with it.
      this.#measure();
    }
    this.#reserve();
  }

  hostDisconnected(): void {
    this.#resizes.disconnect();
    this.#endChart();
    this.#box = null;
    this.width = 0;
  }

  /** The box and, under it, what is to be said of it; nothing where there is nothing to draw. */
  render(finding: string, words: Words): TemplateResult | typeof nothing {
    const { loaded } = this.#host;
    if (loaded === null || this.#hasNone || chartHeight(loaded.document, this.width || POSTER_FROM) === 0)
      return nothing;
    const poster = this.#isDrawn ? null : resultOf(this.#poster);
    const own = words.panel;
    return html`<div class="zone" part="chart">
        ${
          this.#isDrawn
            ? nothing
            : poster === null
              ? html`<div class="wait">${this.#hasFailed ? own.noPicture : words.loading}</div>`
              : html`<div class="poster" role="img" aria-label=${finding}>${poster}</div>`
        }
        <div class="width"></div>
        <div class="live"></div>
        <div class="brush" hidden></div>
        <div class="tip" hidden></div>
      </div>
      ${poster !== null && this.#hasFailed ? html`<p class="small muted">${own.pictureOnly}</p>` : nothing}`;
  }

  /** Whether the documents were handed over, and there is nothing to load. */
  get #isInHand(): boolean {
    return this.#host.loaded?.inHand !== undefined;
  }

  /** Whether they were handed over without those of a chart. */
  get #hasNone(): boolean {
    return this.#isInHand && this.#host.loaded?.inHand?.distribution === undefined;
  }

  get #hasFailed(): boolean {
    return this.#documents.status === TaskStatus.ERROR || this.#drawing.status === TaskStatus.ERROR;
  }

  #endChart(): void {
    this.#live?.dispose();
    this.#live = null;
    this.#isDrawn = false;
  }

  #measure(): void {
    const width = this.#box?.clientWidth ?? 0;
    if (width === this.width) return;
    this.width = width;
    this.hostWidth = this.#host.clientWidth;
    this.#reserve();
    // It may have been measured in the middle of an update: the next one comes after that.
    queueMicrotask(() => this.#host.requestUpdate());
  }

  /** Gives the box the chart's height, before there is a chart. */
  #reserve(): void {
    const { loaded } = this.#host;
    if (this.#box === null || loaded === null) return;
    const width = this.width || this.#box.clientWidth;
    const { documents, live, settings } = this;
    const height =
      documents === null || live === null
        ? chartHeight(loaded.document, width)
        : live.height(documents, { width, allLevels: settings.allLevels });
    this.#box.style.height = `${height}px`;
  }

  async #load(signal: AbortSignal): Promise<ChartDocuments | typeof initialState> {
    const { loaded, seen, beside, isConnected } = this.#host;
    if (loaded === null || this.#hasNone) return initialState;
    const statistics = loaded.document;
    if (loaded.inHand !== undefined) {
      const distribution = decodeDistribution(loaded.inHand.distribution);
      this.settings = keptSettings(this.settings, this.#last, distribution);
      this.#last = distribution;
      return { statistics, distribution };
    }
    // A run does not change: asked for again, it keeps its chart and how that is drawn.
    const next = beside?.distribution;
    const here = [this.#last, next].find((each) => each && isOfSameReport(each, statistics));
    if (!here && !(seen.onScreen && isConnected)) return initialState;
    const distribution = here ?? (await loadDistribution(loaded, signal));
    if (beside && here === next) this.settings = beside.keep(this.settings, this.#last);
    else if (here !== this.#last) this.settings = INITIAL_SETTINGS;
    this.#last = distribution;
    return { statistics, distribution };
  }

  /** The picture to be shown before the chart, or in its stead; null while none is wanted, and where the report has none. */
  #posterFile(): PictureFile | null {
    const { loaded, seen } = this.#host;
    if (loaded === null || this.#isInHand || !seen.near || this.width === 0 || this.#isDrawn) return null;
    const { pictures } = loaded.document;
    const own = this.#isDark() ? "chart-dark.png" : "chart.png";
    const isFirst = !chartIsLoaded && this.width >= POSTER_FROM;
    if (pictures.includes(own) && (isFirst || this.#hasFailed)) return own;
    // A light picture on a dark page would be a flash; where the chart cannot be had, it is better than nothing.
    return this.#hasFailed && pictures.includes("chart.png") ? "chart.png" : null;
  }

  #isDark(): boolean {
    return getComputedStyle(this.#host).colorScheme === "dark";
  }

  get #words(): Words {
    return wordsFor(this.#host.surroundings.language, () => this.#host.requestUpdate());
  }

  get #colors(): ChartColors {
    return chartColors(this.#host, this.#host.surroundings.isPrinting);
  }

  /** Changes when a colour does. */
  #colorsKey(): string {
    return this.documents === null ? "" : JSON.stringify(this.#colors);
  }

  async #draw(signal: AbortSignal): Promise<void | typeof initialState> {
    const { documents } = this;
    const box = this.#box;
    if (documents === null || box === null || this.width === 0) return initialState;
    const draw = (live: LiveZone): Promise<void> => {
      const surroundings = { width: this.width, words: this.#words, colors: this.#colors };
      return live.draw(documents, this.settings, surroundings);
    };
    // No other task in between: what a page changes before it is printed is drawn in time.
    if (this.#isDrawn && this.#live !== null) return draw(this.#live);
    const { LiveZone } = await chartModule.get();
    chartIsLoaded = true;
    await inTurn(
      () => {
        this.#live ??= new LiveZone(box, (settings) => this.set(settings));
        return draw(this.#live);
      },
      signal,
      () => this.#host.seen.onScreen,
    );
    this.#isDrawn = true;
  }
}

function isOfSameReport(distribution: DistributionDocument, statistics: StatisticsDocument): boolean {
  const { run, feature, createdAt } = statistics;
  return distribution.run === run && distribution.feature === feature && distribution.createdAt === createdAt;
}
