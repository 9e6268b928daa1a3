import type { ReactiveController, ReactiveControllerHost } from "lit";

/** An element with a `.ruler` in its shadow root: a line of no height, as wide as what is drawn. */
export interface RuledHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Measures the room that a host's drawing has. What is drawn by it does not change the line's size in turn. */
export class Ruler implements ReactiveController {
  #host: RuledHost;
  #line: Element | null = null;
  #resized: ResizeObserver;
  /** In CSS px; 0 until it is measured. */
  width = 0;

  constructor(host: RuledHost) {
    this.#host = host;
    this.#resized = new ResizeObserver(([entry]) => {
      this.width = entry!.contentRect.width;
      this.#host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const line = this.#host.renderRoot.querySelector(".ruler");
    if (line === this.#line) return;
    this.hostDisconnected();
    this.#line = line;
    if (line !== null) this.#resized.observe(line);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#line = null;
  }
}
