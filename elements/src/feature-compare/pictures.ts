import { type ChartColors, type ChartDocuments, chartHeight } from "@featurescope/analyzer/chart";
import { Task, TaskStatus, initialState } from "@lit-labs/task";
import type { ReactiveController } from "lit";
import { inTurn } from "../controllers/in-turn.js";
import type { Surroundings } from "../controllers/surroundings.js";
import { type ChartSettings, INITIAL_SETTINGS } from "../feature-panel/chart/chart-settings.js";
import type { LiveZone } from "../feature-panel/chart/live-zone.js";
import { chartColors } from "../parts/chart-colors.js";
import type { MovableElement } from "../parts/movable-element.js";
import { wordsFor } from "../words/words-for.js";
import type { Words } from "../words/words.js";

/** An element with pictures: each a `.zone` in its shadow root, in the order of the documents. */
export interface PicturesHost extends MovableElement {
  readonly surroundings: Surroundings;
}

/** What the two sides of a picture are called. */
export interface SideNames {
  current: string;
  reference: string;
}

/** A picture to be drawn. */
export interface Picture {
  documents: ChartDocuments;
  names: SideNames;
  /** In their stead where windows are too long: above columns, and below 520 px at curves too. */
  shortNames: SideNames;
}

const SHORT_BELOW = 520;

/** Interactive charts in the boxes of a host, drawn by code that is fetched only then, and gone with the host. */
export class Pictures implements ReactiveController {
  #host: PicturesHost;
  #zones = new Map<HTMLElement, LiveZone>();
  #settings: ChartSettings[] = [];
  #resizes: ResizeObserver;
  #drawing: Task<readonly unknown[], void>;
  #width = 0;
  #pictures: readonly Picture[] = [];

  constructor(host: PicturesHost) {
    this.#host = host;
    this.#resizes = new ResizeObserver(() => this.#measure());
    host.addController(this);
    this.#drawing = new Task(host, {
      autoRun: "afterUpdate",
      args: () => [
        ...this.#pictures.map(({ documents }) => documents),
        JSON.stringify([
          this.#pictures.map(({ names, shortNames }) => [names, shortNames]),
          this.#width,
          this.#settings,
          this.#words.language,
          this.#colors,
        ]),
      ],
      task: (_, { signal }) => this.#draw(signal),
    });
  }

  /** True where the charts could not be drawn or their code not be had. */
  get hasFailed(): boolean {
    return this.#drawing.status === TaskStatus.ERROR;
  }

  /** How the charts are drawn; cursor and zoom are each one's own. */
  get settings(): ChartSettings {
    return this.#settings[0] ?? INITIAL_SETTINGS;
  }

  /** Puts in what is to be drawn, one box each, before the host renders. */
  show(pictures: readonly Picture[]): void {
    this.#pictures = pictures;
    this.#settings = pictures.map((_, i) => this.#settings[i] ?? this.settings);
  }

  /** Changes how all charts are drawn. */
  set(changed: Partial<ChartSettings>): void {
    this.#settings = this.#settings.map((settings) => ({ ...settings, ...changed }));
    this.#host.requestUpdate();
  }

  /** A closer or wider view, by a factor of the bins in view; null for the whole range. */
  zoom(factor: number | null): void {
    for (const zone of this.#zones.values()) zone.zoom(factor);
  }

  hostUpdated(): void {
    const boxes = this.#boxes();
    for (const [box, zone] of this.#zones) {
      if (boxes.includes(box)) continue;
      zone.dispose();
      this.#zones.delete(box);
    }
    // Their widths without their heights, which this sets itself: a ResizeObserver must not answer to its own changes.
    for (const box of boxes) this.#resizes.observe(box.querySelector(".width")!);
    this.#reserve(boxes);
  }

  hostDisconnected(): void {
    this.#resizes.disconnect();
    for (const zone of this.#zones.values()) zone.dispose();
    this.#zones.clear();
    this.#width = 0;
  }

  #boxes(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(".zone")];
  }

  #measure(): void {
    const boxes = this.#boxes();
    const width = boxes[0]?.clientWidth ?? 0;
    if (width === this.#width) return;
    this.#width = width;
    this.#reserve(boxes);
    this.#host.requestUpdate();
  }

  /** Gives each box the height of its chart before that is there. */
  #reserve(boxes: readonly HTMLElement[]): void {
    for (const [i, box] of boxes.entries()) {
      const picture = this.#pictures[i];
      const height = picture === undefined ? 0 : chartHeight(picture.documents.statistics, box.clientWidth);
      box.style.height = `${height}px`;
    }
  }

  get #words(): Words {
    return wordsFor(this.#host.surroundings.language, () => this.#host.requestUpdate());
  }

  /** Paper is light, whatever the page. */
  get #colors(): ChartColors {
    return chartColors(this.#host, this.#host.surroundings.isPrinting);
  }

  async #draw(signal: AbortSignal): Promise<void | typeof initialState> {
    if (this.#pictures.length === 0 || this.#width === 0) return initialState;
    const boxes = this.#boxes();
    const draw = async (i: number): Promise<void> => {
      const zone = this.#zones.get(boxes[i]!);
      const picture = this.#pictures[i];
      const settings = this.#settings[i];
      if (zone === undefined || picture === undefined || settings === undefined) return;
      const { shortNames } = picture;
      const names = this.#width < SHORT_BELOW ? shortNames : picture.names;
      const surroundings = {
        width: this.#width,
        words: this.#words,
        colors: this.#colors,
        names,
        shortNames,
      };
      await zone.draw(picture.documents, settings, surroundings);
    };
    // No other task in between: what a page changes before it is printed is drawn in time.
    if (boxes.every((box) => this.#zones.has(box))) {
      await Promise.all(boxes.map((_, i) => draw(i)));
      return;
    }
    const { LiveZone } = await import("../feature-panel/chart/live-zone.js");
    signal.throwIfAborted();
    for (const [i, box] of boxes.entries()) {
      if (!this.#zones.has(box)) {
        this.#zones.set(box, new LiveZone(box, (changed) => this.#setOne(i, changed)));
      }
      await inTurn(() => draw(i), signal);
    }
  }

  #setOne(index: number, changed: Partial<ChartSettings>): void {
    this.#settings = this.#settings.map((settings, i) =>
      i === index ? { ...settings, ...changed } : settings,
    );
    this.#host.requestUpdate();
  }
}
