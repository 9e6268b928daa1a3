import type { StoreKeys } from "./store-credentials.js";

/** Keys are renewed so long before they end, as Amazon's libraries do; meanwhile the present ones are used. */
const AHEAD_MS = 5 * 60_000;
/** A source is not asked again within this time while there are keys to use; one that does not tell an end is asked so often. */
const BETWEEN_MS = 10_000;

export interface RenewedKeysOptions {
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Told of why keys cannot be renewed while the present ones hold; once, until they are. */
  onFault?: (error: unknown) => void;
  /** Told when others are used than before. */
  onChanged?: () => void;
}

function isSame(one: StoreKeys, other: StoreKeys): boolean {
  const { accessKey, secretKey, sessionToken } = other;
  return one.accessKey === accessKey && one.secretKey === secretKey && one.sessionToken === sessionToken;
}

/** Keys that are fetched when they are first asked for, and again before they end. */
export class RenewedKeys {
  #fetch: () => Promise<StoreKeys>;
  #now: () => number;
  #onFault: (error: unknown) => void;
  #onChanged: () => void;
  #isFaultTold = false;
  #kept: StoreKeys | null = null;
  #renewAt = 0;
  #underWay: Promise<StoreKeys> | null = null;

  constructor(fetch: () => Promise<StoreKeys>, options: RenewedKeysOptions = {}) {
    this.#fetch = fetch;
    this.#now = options.now ?? Date.now;
    this.#onFault = options.onFault ?? (() => undefined);
    this.#onChanged = options.onChanged ?? (() => undefined);
  }

  /**
   * Keys that hold. Nobody waits for new ones while there are such, and many who wait make one call.
   * @throws what the source throws, where there are none
   */
  async get(): Promise<StoreKeys> {
    const kept = this.#kept;
    const now = this.#now();
    if (kept === null || kept.ends <= now) return this.#renew();
    if (now >= this.#renewAt) void this.#renew().catch((error: unknown) => this.#tell(error));
    return kept;
  }

  #renew(): Promise<StoreKeys> {
    this.#underWay ??= this.#fetch()
      .then((keys) => {
        const before = this.#kept;
        this.#kept = keys;
        this.#isFaultTold = false;
        if (before !== null && !isSame(before, keys)) this.#onChanged();
        return keys;
      })
      .finally(() => {
        const soon = this.#now() + BETWEEN_MS;
        const ends = this.#kept?.ends ?? 0;
        this.#renewAt = ends === Infinity ? soon : Math.max(soon, ends - AHEAD_MS);
        this.#underWay = null;
      });
    return this.#underWay;
  }

  #tell(error: unknown): void {
    if (!this.#isFaultTold) this.#onFault(error);
    this.#isFaultTold = true;
  }
}
