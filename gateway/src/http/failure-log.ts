import type { Level, Log } from "../log.js";

const COUNTED_MS = 60_000;

/** A request that failed, as it is logged. */
export interface FailedRequest {
  id: string;
  status: number;
  /** Of the problem. */
  type: string;
  path: string;
  error: unknown;
}

/**
 * Logs requests that failed. Where something is away that they need, a store or an issuer (503), a board alone asks for it a thousand times:
 * of these the first is told with its reason, and after a minute how many more there were.
 */
export class FailureLog {
  #log: Log;
  /** How many more there were since one was told, by type of the problem. */
  #more = new Map<string, number>();

  constructor(log: Log) {
    this.#log = log;
  }

  tell(level: Level, request: FailedRequest): void {
    const { status, type } = request;
    const more = this.#more.get(type);
    if (more !== undefined) {
      this.#more.set(type, more + 1);
      return;
    }
    this.#log(level, "a request failed", { ...request });
    if (status !== 503) return;
    this.#more.set(type, 0);
    setTimeout(() => this.#tellMore(level, type), COUNTED_MS).unref();
  }

  #tellMore(level: Level, type: string): void {
    const requests = this.#more.get(type) ?? 0;
    this.#more.delete(type);
    if (requests > 0)
      this.#log(level, "more requests failed", { type, requests, seconds: COUNTED_MS / 1000 });
  }
}
