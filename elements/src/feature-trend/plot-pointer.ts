import type { ReactiveController, ReactiveControllerHost } from "lit";
import { Tip } from "../feature-panel/chart/tip.js";
import { watchBrush } from "../feature-panel/chart/watch-brush.js";

/** An element with a `.zone` in its shadow root that holds `.live`, `.brush` and `.tip`. */
export interface PlotHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Brush and tooltip of a plot, for as long as its box is in the page. */
export class PlotPointer implements ReactiveController {
  #host: PlotHost;
  #onBrushed: (from: number, to: number) => void;
  #live: HTMLElement | null = null;
  #tip: Tip | null = null;
  #ended = new AbortController();

  /** @param onBrushed told both ends of a stretch that was drawn, in px of the plot */
  constructor(host: PlotHost, onBrushed: (from: number, to: number) => void) {
    this.#host = host;
    this.#onBrushed = onBrushed;
    host.addController(this);
  }

  hostUpdated(): void {
    const live = this.#host.renderRoot.querySelector<HTMLElement>(".zone .live");
    if (live === this.#live) return;
    this.hostDisconnected();
    this.#live = live;
    const brush = live?.parentElement?.querySelector<HTMLElement>(".brush");
    const tip = live?.parentElement?.querySelector<HTMLElement>(".tip");
    if (!live || !brush || !tip) return;
    this.#tip = new Tip(tip, live);
    watchBrush(live, brush, (from, to) => this.#onBrushed(from, to), this.#ended.signal);
  }

  hostDisconnected(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    this.#live = null;
    this.#tip = null;
  }

  /** The tooltip goes with the pointer. @returns its place in the plot, in px from the left */
  follow(event: MouseEvent): number {
    this.#tip?.follow(event);
    return event.clientX - (this.#live?.getBoundingClientRect().left ?? 0);
  }

  /** The tooltip goes with the cursor that keys move. */
  forget(): void {
    this.#tip?.forgetPointer();
  }

  /** @param place of the cursor, in px from the left */
  show(text: string, place: number): void {
    this.#tip?.show(text, false, (x) => x >= place);
  }

  hide(): void {
    this.#tip?.hide();
  }
}
