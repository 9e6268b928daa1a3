import type { ReactiveController, ReactiveControllerHost } from "lit";
import { LoadError } from "../controllers/load-error.js";
import { retryDelay } from "../live/retry-delay.js";

/** Shortest first wait before asking again by itself, in milliseconds. */
const FIRST = 10_000;

/** How often was asked in vain. */
export interface AttemptsMade {
  count: number;
  last: Date;
  next: Date;
}

/**
 * Asks again by itself where a failure may pass (no answer, a store that is away, an overloaded server): after seconds, then twice as
 * long each time, a minute at most, and never for a page that nobody sees.
 */
export class Attempts implements ReactiveController {
  #again: () => void;
  #error: unknown = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #made: AttemptsMade | null = null;

  constructor(host: ReactiveControllerHost, again: () => void) {
    this.#again = again;
    host.addController(this);
  }

  /** Those made so far; counts a failure once. Null where asking again would not help. */
  after(error: unknown): AttemptsMade | null {
    if (error === this.#error) return this.#made;
    this.#error = error;
    clearTimeout(this.#timer);
    if (!mayPass(error)) return (this.#made = null);
    const count = (this.#made?.count ?? 0) + 1;
    const wait = retryDelay(count, FIRST, Math.random());
    const now = Date.now();
    this.#made = { count, last: new Date(now), next: new Date(now + wait) };
    this.hostConnected();
    return this.#made;
  }

  /** To be told when there is something to show. */
  end(): void {
    this.#error = null;
    this.#made = null;
    this.hostDisconnected();
  }

  /** Put back into the page it goes on, at once where the next attempt is overdue. */
  hostConnected(): void {
    if (this.#made) this.#timer = setTimeout(this.#ask, +this.#made.next - Date.now());
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#ask);
  }

  #ask = (): void => {
    if (document.hidden) document.addEventListener("visibilitychange", this.#ask, { once: true });
    else this.#again();
  };
}

function mayPass(error: unknown): boolean {
  return (
    error instanceof LoadError &&
    (error.code === "unreachable" || error.status === 429 || (error.status ?? 0) >= 500)
  );
}
