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

/** So many requests are told in a minute that failed for the same reason, by status: one thing is away, or single files are at fault. */
const MOST_TOLD: Readonly<Record<number, number>> = { 502: 10, 503: 1 };

/**
 * Logs requests that failed. Where something is away that they need, a store or an issuer (503), a board alone asks for it a thousand times:
 * of these the first is told with its reason, and after a minute how many more there were. Of files that are at fault (502) the first ten
 * are, as whoever wants one may ask for it all the time.
 */
export class FailureLog {
  #log: Log;
  /** How many there were in this minute, by type of the problem. */
  #counts = new Map<string, number>();

  constructor(log: Log) {
    this.#log = log;
  }

  tell(level: Level, request: FailedRequest): void {
    const { status, type } = request;
    const most = MOST_TOLD[status] ?? Infinity;
    const before = this.#counts.get(type) ?? 0;
    if (before < most) this.#log(level, "a request failed", { ...request });
    if (most === Infinity) return;
    this.#counts.set(type, before + 1);
    if (before === 0) setTimeout(() => this.#tellMore(level, type, most), COUNTED_MS).unref();
  }

  #tellMore(level: Level, type: string, told: number): void {
    const requests = (this.#counts.get(type) ?? 0) - told;
    this.#counts.delete(type);
    if (requests > 0)
      this.#log(level, "more requests failed", { type, requests, seconds: COUNTED_MS / 1000 });
  }
}
