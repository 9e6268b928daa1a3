import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How far below or above the viewport something counts as near it. */
const NEAR = "400px";

/**
 * Tells whether its host is near the viewport, and whether a part of it is on screen. Both stay true once they were:
 * what was loaded for the reader's eyes stays.
 */
export class Seen implements ReactiveController {
  #host: ReactiveControllerHost & Element;
  #observers: IntersectionObserver[] = [];
  near = false;
  onScreen = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch(NEAR, () => (this.near = true));
    this.#watch("0px", () => (this.onScreen = true));
  }

  hostDisconnected(): void {
    for (const observer of this.#observers) observer.disconnect();
    this.#observers = [];
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
