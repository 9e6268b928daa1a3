/** A manifest that cannot be used may only be half written: it is read again after this long, then after twice as long … */
const FIRST_RETRY_MS = 1000;
/** … and at least this often … */
const LAST_RETRY_MS = 60_000;
/** … unless its files are gone: there may be a thousand such runs, and hardly one comes back. */
const LAST_GONE_RETRY_MS = 600_000;

interface State {
  /** Listings in a row that lacked it. */
  missed: number;
  /** Set while it is not in the index: when to read it again, and how long that was put off. */
  retry: { at: number; afterMs: number; isFault: boolean } | null;
}

/** What was done with each sighting, by id. */
export class Known {
  #states = new Map<string, State>();
  #now: () => number;

  /** @param now gives milliseconds of a clock that is never set back */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** How many are put off for a fault. */
  get putOffCount(): number {
    let count = 0;
    for (const { retry } of this.#states.values()) if (retry?.isFault === true) count++;
    return count;
  }

  /** Whether it was dealt with before, well or not. */
  has(id: string): boolean {
    return this.#states.has(id);
  }

  /** Whether it is new, or was put off until now. */
  isDue(id: string): boolean {
    const state = this.#states.get(id);
    return state === undefined || (state.retry !== null && state.retry.at <= this.#now());
  }

  /** Whether its files were gone when it was last looked at. */
  wasGone(id: string): boolean {
    return this.#states.get(id)?.retry?.isFault === false;
  }

  /** It is in the index. */
  settle(id: string): void {
    this.#states.set(id, { missed: 0, retry: null });
  }

  /**
   * It cannot be used for now; it will be due again later, each time after twice as long.
   * @param isFault whether something is wrong with it, rather than that it is gone
   */
  putOff(id: string, isFault: boolean): void {
    const before = this.#states.get(id)?.retry?.afterMs ?? FIRST_RETRY_MS / 2;
    const afterMs = Math.min(isFault ? LAST_RETRY_MS : LAST_GONE_RETRY_MS, before * 2);
    this.#states.set(id, { missed: 0, retry: { at: this.#now() + afterMs, afterMs, isFault } });
  }

  /**
   * Ids that two listings in a row lacked.
   * @param last id at which an ordered listing was left off; null where it was read to its end
   */
  missing(seen: ReadonlySet<string>, last: string | null): string[] {
    const missing: string[] = [];
    for (const [id, state] of this.#states) {
      if (last !== null && id > last) continue;
      state.missed = seen.has(id) ? 0 : state.missed + 1;
      if (state.missed >= 2) missing.push(id);
    }
    return missing;
  }

  forget(id: string): void {
    this.#states.delete(id);
  }
}
