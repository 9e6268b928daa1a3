import NodeCache from "node-cache";

/** What the cache keeps: anything that knows its own size in memory. */
export interface Sized {
  bytes: number;
}

/** How much a cache keeps, and for how long. */
export interface ByteCacheOptions {
  /** Bytes of all values together; those that were not used lately give way. */
  maxBytes: number;
  /** A copy older than this is still served, and read again in the background. */
  freshSeconds: number;
  /** A copy that could not be read again for this long is given up. */
  keepSeconds: number;
  /** A failure is remembered for this long, so that a dead store is not asked for each request. */
  failureSeconds: number;
  /** Milliseconds of a clock that is never set back; ages are told by it. */
  now?: () => number;
}

/** How a value was come by: `collapsed` where it was waited for a read that another had begun. */
export type CacheOutcome = "hit" | "stale" | "miss" | "collapsed";

/** A value that is kept. Who holds on to this holds on to the value only as long as the cache does. */
export interface Copy<Value> {
  /** Null once it is no longer kept. */
  value: Value | null;
  /** When it was read, by the cache's clock. */
  readonly readAt: number;
  /** Whether it was used since it was last to give way. */
  isUsed: boolean;
}

/** A copy while it is kept. */
interface Kept<Value> extends Copy<Value> {
  value: Value;
}

/** A value, and how it was come by. */
export interface Read<Value> {
  value: Value;
  outcome: CacheOutcome;
  /** Seconds since it was read; 0 where it was read for this. */
  ageSeconds: number;
  /** Seconds until it is to be read again; negative for a stale one. */
  freshSeconds: number;
  /** Whether the cache keeps it; one that is too large it does not. */
  isKept: boolean;
}

interface Failure {
  error: unknown;
  until: number;
}

/** A key could be `__proto__` or `constructor`, which node-cache's plain object knows; a prefix keeps them apart. */
const prefixed = (key: string): string => `:${key}`;

/** Failures that are remembered. */
const MAX_FAILURES = 10_000;

/**
 * Values in memory up to a number of bytes, over node-cache as the layer that lets them expire.
 *
 * Many who ask for the same missing value wait for one read. A failed read never drops a good copy.
 */
export class ByteCache<Value extends Sized> {
  /** Milliseconds of the cache's clock. */
  readonly now: () => number;
  /** Reads so far, by outcome. */
  readonly reads: Record<CacheOutcome, number> = { hit: 0, stale: 0, miss: 0, collapsed: 0 };
  #options: Required<ByteCacheOptions>;
  /** Lets keys expire; it is told of each and tells which is to go. */
  #expiry: NodeCache;
  /** In the order in which they are to give way, but that a used one is passed over once. */
  #kept = new Map<string, Kept<Value>>();
  #bytes = 0;
  #reading = new Map<string, Promise<Value>>();
  #failures = new Map<string, Failure>();

  constructor(options: ByteCacheOptions) {
    this.#options = { now: () => performance.now(), ...options };
    this.now = this.#options.now;
    this.#expiry = new NodeCache({
      stdTTL: options.keepSeconds,
      checkperiod: Math.max(1, Math.min(60, options.keepSeconds)),
      useClones: false,
      deleteOnExpire: true,
    });
    this.#expiry.on("del", (name: string) => this.#forget(name.slice(1)));
  }

  /** Bytes of all values kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Number of values kept. */
  get size(): number {
    return this.#kept.size;
  }

  /** Whether a value is kept; counts as no use. */
  has(key: string): boolean {
    return this.#kept.has(key);
  }

  /** The value if it is kept, however old; counts as use. */
  peek(key: string): Read<Value> | undefined {
    const kept = this.#find(key);
    return kept === undefined ? undefined : this.#asRead(kept, this.now());
  }

  /** What is kept under a key, for {@link fresh}; counts as no use. */
  copyOf(key: string): Copy<Value> | undefined {
    return this.#kept.get(key);
  }

  /**
   * The value of a copy while it is kept and needs no new reading, or null; counts as use.
   * @param now what the cache's clock shows
   */
  fresh(copy: Copy<Value>, now: number): Value | null {
    if (copy.value === null || !this.#isFresh(copy, now)) return null;
    copy.isUsed = true;
    this.reads.hit++;
    return copy.value;
  }

  /**
   * The value, from memory or by `read`.
   * @param awaited what all who ask wait for while it is read, if not for the whole reading
   * @throws what `read` throws, also for a while after it did
   */
  async get(
    key: string,
    read: () => Promise<Value>,
    awaited = (reading: Promise<Value>): Promise<Value> => reading,
  ): Promise<Read<Value>> {
    const kept = this.#find(key);
    if (kept === undefined) {
      const outcome = this.#reading.has(key) ? "collapsed" : "miss";
      this.reads[outcome]++;
      const value = await this.#read(key, read, awaited);
      const { freshSeconds } = this.#options;
      return { value, outcome, ageSeconds: 0, freshSeconds, isKept: this.#mayKeep(value) };
    }
    const answer = this.#asRead(kept, this.now());
    this.reads[answer.outcome]++;
    if (answer.outcome === "stale") this.#read(key, read, awaited).catch(() => undefined);
    return answer;
  }

  /** Drops a value and what is known of its failures. */
  delete(key: string): void {
    this.#failures.delete(key);
    this.#expiry.del(prefixed(key));
  }

  #isFresh({ readAt }: Copy<Value>, now: number): boolean {
    return readAt + this.#options.freshSeconds * 1000 > now;
  }

  #asRead(copy: Kept<Value>, now: number): Read<Value> {
    const ageSeconds = (now - copy.readAt) / 1000;
    return {
      value: copy.value,
      outcome: this.#isFresh(copy, now) ? "hit" : "stale",
      ageSeconds,
      freshSeconds: this.#options.freshSeconds - ageSeconds,
      isKept: true,
    };
  }

  /** One value must not push out all others. */
  #mayKeep({ bytes }: Value): boolean {
    return bytes <= this.#options.maxBytes / 4;
  }

  #find(key: string): Kept<Value> | undefined {
    const kept = this.#kept.get(key);
    if (kept !== undefined) kept.isUsed = true;
    return kept;
  }

  #read(
    key: string,
    read: () => Promise<Value>,
    awaited: (reading: Promise<Value>) => Promise<Value>,
  ): Promise<Value> {
    const underWay = this.#reading.get(key);
    if (underWay !== undefined) return underWay;
    const failure = this.#failures.get(key);
    if (failure !== undefined && failure.until > this.now()) return Promise.reject(failure.error);
    const reading = this.#readOnce(key, read).finally(() => this.#reading.delete(key));
    const result = awaited(reading);
    this.#reading.set(key, result);
    return result;
  }

  async #readOnce(key: string, read: () => Promise<Value>): Promise<Value> {
    try {
      const value = await read();
      this.#failures.delete(key);
      this.#keep(key, value);
      return value;
    } catch (error) {
      this.#rememberFailure(key, error);
      throw error;
    }
  }

  #keep(key: string, value: Value): void {
    if (!this.#mayKeep(value)) return;
    this.#expiry.del(prefixed(key));
    this.#expiry.set(prefixed(key), true);
    this.#kept.set(key, { value, readAt: this.now(), isUsed: false });
    this.#bytes += value.bytes;
    while (this.#bytes > this.#options.maxBytes) this.#makeRoom();
  }

  /** Lets the first give way, or, if it was used, puts it at the end. */
  #makeRoom(): void {
    for (const [oldest, kept] of this.#kept) {
      if (!kept.isUsed) {
        this.#expiry.del(prefixed(oldest));
        return;
      }
      kept.isUsed = false;
      this.#kept.delete(oldest);
      this.#kept.set(oldest, kept);
    }
  }

  #forget(key: string): void {
    const copy: Copy<Value> | undefined = this.#kept.get(key);
    if (copy === undefined) return;
    this.#bytes -= copy.value?.bytes ?? 0;
    this.#kept.delete(key);
    copy.value = null;
  }

  #rememberFailure(key: string, error: unknown): void {
    const now = this.now();
    if (this.#failures.size >= MAX_FAILURES) {
      for (const [name, failure] of this.#failures) if (failure.until <= now) this.#failures.delete(name);
      if (this.#failures.size >= MAX_FAILURES) this.#failures.clear();
    }
    this.#failures.set(key, { error, until: now + this.#options.failureSeconds * 1000 });
  }
}
