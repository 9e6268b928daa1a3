import { CountedLog } from "../counted-log.js";
import type { Level, Log } from "../log.js";

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
  #counted = new CountedLog();

  constructor(log: Log) {
    this.#log = log;
  }

  tell(level: Level, request: FailedRequest): void {
    const { status, type } = request;
    const tell = (): void => this.#log(level, "a request failed", { ...request });
    const tellMore = (requests: number, seconds: number): void =>
      this.#log(level, "more requests failed", { type, requests, seconds });
    const most = MOST_TOLD[status];
    if (most === undefined) tell();
    else this.#counted.add({ kind: type, most, tell, tellMore });
  }
}
