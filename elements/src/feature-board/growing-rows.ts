import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Enough to begin to read; a screen gets the others a frame later. */
const FIRST = 12;
const STEP = 30;
const MARGIN = "800px";

/**
 * How many rows of a long list are drawn: those in or near view, and all above them. An element after the last row, as
 * high as the rows that are left out, keeps the page's length; whenever it comes near the viewport, more rows are drawn.
 * Printing draws them all.
 */
export class GrowingRows implements ReactiveController {
  #host: ReactiveControllerHost;
  #rest: () => Element | null;
  #observer: IntersectionObserver | null = null;
  /** Rows to draw. */
  count = FIRST;

  /** @param rest finds the element that stands for the rows left out; null while there is none */
  constructor(host: ReactiveControllerHost, rest: () => Element | null) {
    this.#host = host;
    this.#rest = rest;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.reach(this.count + STEP);
      },
      { rootMargin: MARGIN },
    );
    addEventListener("beforeprint", this.#all);
  }

  hostUpdated(): void {
    // Observing anew reports once more where it is, so that rows are added until it is out of view.
    this.#observer?.disconnect();
    const rest = this.#rest();
    if (rest !== null) this.#observer?.observe(rest);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    removeEventListener("beforeprint", this.#all);
  }

  /** Draws at least so many rows. */
  reach(count: number): void {
    if (count <= this.count) return;
    this.count = count;
    this.#host.requestUpdate();
  }

  #all = (): void => this.reach(Number.POSITIVE_INFINITY);
}
