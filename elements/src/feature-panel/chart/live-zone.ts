import {
  type ChartDocuments,
  type ChartView,
  chartHeightInView,
  cursorRange,
  describeCursor,
} from "@featurescope/analyzer/chart";
import { LiveChart } from "../../charts/live-chart.js";
import type { Words } from "../../words/words.js";
import type { ChartSettings } from "./chart-settings.js";
import { isBeyondNoise } from "./is-beyond-noise.js";
import { liveWords } from "./live-words.js";
import { moveCursor } from "./move-cursor.js";
import { Tip } from "./tip.js";
import { watchBrush } from "./watch-brush.js";
import { domainOf, zoomAround, zoomHolding, zoomTo } from "./zoom.js";

/** What a chart takes from the page. */
export type ChartSurroundings = Pick<ChartView, "width" | "colors" | "names" | "shortNames"> & {
  words: Words;
};

/** Bins in view after one step of the wheel or of a key. */
const CLOSER = 0.7;
const WIDER = 1 / CLOSER;

/** What is drawn, and how. */
interface Shown {
  documents: ChartDocuments;
  view: ChartView;
  settings: ChartSettings;
  words: Words;
}

/**
 * The interactive chart in the panel's box: one cursor and one tooltip for pointer and keyboard, zoom by ctrl-wheel, drag
 * and keys. It changes nothing itself but asks for other settings, and is then drawn with them.
 */
export class LiveZone {
  #chart: LiveChart;
  #target: HTMLElement;
  #tip: Tip;
  #onSettings: (settings: Partial<ChartSettings>) => void;
  #ended = new AbortController();
  #shown: Shown | null = null;

  /** @param box holds `.live`, `.tip` and `.brush` */
  constructor(box: HTMLElement, onSettings: (settings: Partial<ChartSettings>) => void) {
    const part = (name: string): HTMLElement => box.querySelector<HTMLElement>(`.${name}`)!;
    this.#target = part("live");
    this.#tip = new Tip(part("tip"), box);
    this.#onSettings = onSettings;
    this.#chart = new LiveChart(this.#target);
    const { signal } = this.#ended;
    const listen = <Type extends keyof HTMLElementEventMap>(
      type: Type,
      onEvent: (event: HTMLElementEventMap[Type]) => void,
    ): void => this.#target.addEventListener(type, onEvent, { signal, passive: false });
    listen("keydown", this.#keyPressed);
    listen("pointermove", this.#pointed);
    listen("pointerleave", this.#left);
    listen("blur", this.#left);
    listen("click", this.#clicked);
    listen("dblclick", () => this.zoom(null));
    listen("wheel", this.#wheeled);
    watchBrush(this.#target, part("brush"), this.#brushed, signal);
  }

  /** Draws, or changes what is drawn. */
  async draw(
    documents: ChartDocuments,
    settings: ChartSettings,
    { words, ...surroundings }: ChartSurroundings,
  ): Promise<void> {
    const { zoom, mode, logY, allLevels } = settings;
    const edges = documents.distribution.histogram?.edges ?? [];
    const { language } = words;
    const domain = domainOf(zoom, edges);
    const look = { ...surroundings, language, domain, cursor: null, mode, logY, allLevels };
    const { first, last } = cursorRange(documents, look);
    // Levels that a narrower chart leaves out cannot be pointed at.
    const isThere = settings.cursor !== null && first <= settings.cursor && settings.cursor <= last;
    const cursor = isThere ? settings.cursor : null;
    const view = { ...look, cursor };
    this.#shown = { documents, view, settings: { ...settings, cursor }, words };
    await this.#chart.draw(documents, view);
    if (this.#shown.view === view) this.#describe(this.#shown);
  }

  /** Height that a drawing takes, in px. */
  height(documents: ChartDocuments, view: Pick<ChartView, "width" | "allLevels">): number {
    return chartHeightInView(documents, view);
  }

  /** A closer or wider view around the cursor, by a factor of the bins in view; null for the whole range. */
  zoom(factor: number | null, around: number | null = this.#shown?.settings.cursor ?? null): void {
    if (this.#shown === null || this.#bins === 0) return;
    const { zoom } = this.#shown.settings;
    const middle = zoom === null ? this.#bins / 2 : (zoom.first + zoom.end) / 2;
    this.#change({ zoom: factor === null ? null : zoomAround(zoom, this.#bins, around ?? middle, factor) });
  }

  /** What the tooltip says of a bin. */
  text(bin: number): string {
    return this.#shown === null
      ? ""
      : describeCursor(this.#shown.documents, { ...this.#shown.view, cursor: bin });
  }

  /** The picture as an address. */
  image(type: "png" | "svg"): Promise<string> {
    return this.#chart.toImage(type);
  }

  /** Lets everything go. */
  dispose(): void {
    this.#ended.abort();
    this.#tip.hide();
    this.#chart.finalize();
  }

  /** Bins that can be zoomed; 0 without a histogram. */
  get #bins(): number {
    return (this.#shown?.documents.distribution.histogram?.edges.length ?? 1) - 1;
  }

  #describe({ documents, view, settings, words }: Shown): void {
    const { first, last } = cursorRange(documents, view);
    const { cursor, pinned } = settings;
    const { chart, keys } = liveWords(words);
    const text = cursor === null ? keys : this.text(cursor);
    const attributes = {
      role: "slider",
      tabindex: 0,
      "aria-label": chart(documents.statistics.feature),
      // Before the first: screen readers say what is new only where the value is another.
      "aria-valuemin": 0,
      "aria-valuemax": last - first + 1,
      "aria-valuenow": (cursor ?? first - 1) - first + 1,
      "aria-valuetext": text,
    };
    for (const [name, value] of Object.entries(attributes)) this.#target.setAttribute(name, String(value));
    if (cursor === null) this.#tip.hide();
    // The bin has a line of its own.
    else
      this.#tip.show(text.replace(/(?<=: |：)/, "\n"), pinned, (x, y) => this.#chart.binAt(x, y) === cursor);
  }

  #keyPressed = (event: KeyboardEvent): void => {
    if (this.#shown === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const { documents, view, settings } = this.#shown;
    const { cursor, pinned, zoom } = settings;
    const { key } = event;
    const moved = moveCursor(key, cursor, cursorRange(documents, view), (bin) =>
      isBeyondNoise(documents, bin),
    );
    if (moved !== null) {
      this.#tip.forgetPointer();
      this.#change({ cursor: moved, zoom: zoomHolding(zoom, this.#bins, moved) });
    } else if (key === "Enter" && cursor !== null) this.#change({ pinned: !pinned });
    else if (key === "Escape" && cursor !== null) this.#change({ cursor: null, pinned: false });
    else if (key === "+" || key === "=") this.zoom(CLOSER);
    else if (key === "-") this.zoom(WIDER);
    else if (key === "0") this.zoom(null);
    else return;
    event.preventDefault();
  };

  #pointed = (event: PointerEvent): void => {
    if (this.#shown === null || this.#shown.settings.pinned || event.buttons !== 0) return;
    const cursor = this.#binAt(event);
    this.#tip.follow(event);
    if (cursor !== this.#shown.settings.cursor) this.#change({ cursor });
  };

  #left = (): void => {
    if (this.#shown?.settings.pinned === false) this.#change({ cursor: null });
  };

  #clicked = (event: MouseEvent): void => {
    const cursor = this.#binAt(event);
    if (this.#shown === null || cursor === null) return;
    const { settings } = this.#shown;
    this.#tip.follow(event);
    this.#change({ cursor, pinned: !(settings.pinned && settings.cursor === cursor) });
  };

  #wheeled = (event: WheelEvent): void => {
    if (!event.ctrlKey || this.#bins === 0) return;
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? CLOSER : WIDER, this.#binAt(event));
  };

  /** @param from, to horizontal places in the box */
  #brushed = (from: number, to: number): void => {
    const y = this.#target.clientHeight / 2;
    const [a, b] = [this.#chart.binAt(from, y), this.#chart.binAt(to, y)];
    if (this.#bins === 0 || a === null || b === null) return;
    // What was under the pointer no longer is.
    const cursor = this.#shown?.settings.pinned ? {} : { cursor: null };
    this.#change({ zoom: zoomTo(this.#bins, a, b), ...cursor });
  };

  /** Remembers at once what is asked for: keys may come faster than drawings. */
  #change(changed: Partial<ChartSettings>): void {
    if (this.#shown === null) return;
    this.#shown = { ...this.#shown, settings: { ...this.#shown.settings, ...changed } };
    this.#onSettings(changed);
  }

  #binAt(event: MouseEvent): number | null {
    const { left, top } = this.#target.getBoundingClientRect();
    return this.#chart.binAt(event.clientX - left, event.clientY - top);
  }
}
