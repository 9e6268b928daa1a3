import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How far below or above the viewport something counts as near it. */
const NEAR = "400px";

/**
 * Tells whether its host is near the viewport, and whether a part of it is on screen. Both stay true once they were:
 * what was loaded for the reader's eyes stays. Before its host is drawn nothing is: a page of empty ones is short, and
 * all of them would be on screen.
 */
export class Seen implements ReactiveController {
  #host: ReactiveControllerHost & Element & { readonly hasUpdated: boolean };
  #observers: IntersectionObserver[] = [];
  near = false;
  onScreen = false;

  constructor(host: ReactiveControllerHost & Element & { readonly hasUpdated: boolean }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.#observe();
  }

  hostUpdated(): void {
    if (!this.#host.hasUpdated) this.#observe();
  }

  hostDisconnected(): void {
    for (const observer of this.#observers) observer.disconnect();
    this.#observers = [];
  }

  #observe(): void {
    this.hostDisconnected();
    this.#watch(NEAR, () => (this.near = true));
    this.#watch("0px", () => (this.onScreen = true));
  }

  #watch(rootMargin: string, onSeen: () => void): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        onSeen();
        this.#host.requestUpdate();
      },
      { rootMargin },
    );
    observer.observe(this.#host);
    this.#observers.push(observer);
  }
}
