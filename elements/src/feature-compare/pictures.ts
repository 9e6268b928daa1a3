import { type ChartDocuments, type ChartView, chartHeight } from "@featurescope/analyzer/chart";
import { Task, TaskStatus, initialState } from "@lit-labs/task";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { LiveChart } from "../charts/live-chart.js";
import { inTurn } from "../controllers/in-turn.js";
import type { Surroundings } from "../controllers/surroundings.js";
import { chartColors } from "../parts/chart-colors.js";

/** An element with pictures: each a `.picture` in its shadow root, in the order of the documents. */
export interface PicturesHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly surroundings: Surroundings;
}

/** What a reader can change of the pictures. */
export type PictureSettings = Pick<ChartView, "mode"> & { logY: boolean };

/** Draws charts into boxes of its host, with the chart's code that comes only then, and ends them with it. */
export class Pictures implements ReactiveController {
  #host: PicturesHost;
  #charts = new Map<Element, LiveChart>();
  #resizes: ResizeObserver;
  #drawing: Task<readonly unknown[], void>;
  #width = 0;
  /** What is to be drawn, one box each. */
  documents: readonly ChartDocuments[] = [];
  settings: PictureSettings = { mode: "share", logY: false };

  constructor(host: PicturesHost) {
    this.#host = host;
    this.#resizes = new ResizeObserver(() => this.#measure());
    host.addController(this);
    this.#drawing = new Task(host, {
      autoRun: "afterUpdate",
      args: () => [
        this.documents,
        this.#width,
        this.settings,
        host.surroundings.language,
        JSON.stringify(chartColors(host)),
      ],
      task: (_, { signal }) => this.#draw(signal),
    });
  }

  /** True where the charts could not be drawn or their code not be had. */
  get hasFailed(): boolean {
    return this.#drawing.status === TaskStatus.ERROR;
  }

  /** Changes how the charts are drawn. */
  set(settings: Partial<PictureSettings>): void {
    this.settings = { ...this.settings, ...settings };
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const boxes = this.#boxes();
    for (const [box, chart] of this.#charts) {
      if (boxes.includes(box as HTMLElement)) continue;
      chart.finalize();
      this.#charts.delete(box);
    }
    for (const box of boxes) this.#resizes.observe(box);
    this.#measure();
  }

  hostDisconnected(): void {
    this.#resizes.disconnect();
    for (const chart of this.#charts.values()) chart.finalize();
    this.#charts.clear();
  }

  #boxes(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(".picture")];
  }

  #measure(): void {
    const boxes = this.#boxes();
    const width = boxes[0]?.clientWidth ?? 0;
    for (const [i, box] of boxes.entries()) {
      const documents = this.documents[i];
      if (documents !== undefined) box.style.height = `${chartHeight(documents.statistics, width)}px`;
    }
    if (width === this.#width) return;
    this.#width = width;
    this.#host.requestUpdate();
  }

  async #draw(signal: AbortSignal): Promise<void | typeof initialState> {
    if (this.documents.length === 0 || this.#width === 0) return initialState;
    const { LiveChart } = await import("../charts/live-chart.js");
    signal.throwIfAborted();
    const view: ChartView = {
      width: this.#width,
      colors: chartColors(this.#host),
      language: this.#host.surroundings.language,
      domain: null,
      cursor: null,
      allLevels: false,
      ...this.settings,
    };
    for (const [i, box] of this.#boxes().entries()) {
      const documents = this.documents[i];
      if (documents === undefined) continue;
      await inTurn(() => {
        const chart = this.#charts.get(box) ?? new LiveChart(box);
        this.#charts.set(box, chart);
        return chart.draw(documents, view);
      }, signal);
    }
  }
}
