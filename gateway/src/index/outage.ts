import type { Log } from "../log.js";

/** What lasts is told of again after this long, as the reason may be another by then. */
const REMINDED_MS = 600_000;

/** Tells of a store that does not answer: when that begins, now and then as long as it lasts, and how long it was. */
export class Outage {
  #log: Log;
  #now: () => number;
  /** When it began, and when it was last told of; null while the store answers. */
  #times: { since: number; toldAt: number } | null = null;

  /** @param now gives milliseconds of a clock that is never set back */
  constructor(log: Log, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  /** A look has failed. @param isOther whether otherwise than the one before */
  goesOn(error: unknown, isOther: boolean): void {
    const now = this.#now();
    if (this.#times !== null && !isOther && now - this.#times.toldAt < REMINDED_MS) return;
    const isFirst = this.#times === null;
    this.#times = { since: this.#times?.since ?? now, toldAt: now };
    if (isFirst) this.#log("warn", "the store does not answer", { error });
    else this.#log("warn", "the store still does not answer", { ...this.#lasted(), error });
  }

  /** A look went well. @param fields of what is there now */
  end(fields: Record<string, unknown>): void {
    this.#log("info", "the store answers", { ...fields, ...this.#lasted() });
    this.#times = null;
  }

  #lasted(): { awaySeconds?: number } {
    if (this.#times === null) return {};
    return { awaySeconds: Math.round((this.#now() - this.#times.since) / 1000) };
  }
}
