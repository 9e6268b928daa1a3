import NodeCache from "node-cache";

/** What the cache keeps: anything that knows its own size in memory. */
export interface Sized {
  bytes: number;
}

export interface ByteCacheOptions {
  /** Bytes of all values together; the least recently used give way. */
  maxBytes: number;
  /** A copy older than this is still served, and read again in the background. */
  freshSeconds: number;
  /** A copy that could not be read again for this long is given up. */
  keepSeconds: number;
  /** A failure is remembered for this long, so that a dead store is not asked for each request. */
  failureSeconds: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** How a value was come by, for `Cache-Status`. */
export type CacheOutcome = "hit" | "stale" | "miss";

interface Kept<Value> {
  value: Value;
  readAt: number;
}

interface Failure {
  error: unknown;
  until: number;
}

/** Names could be `__proto__` or `constructor`, which node-cache's plain object knows; a prefix keeps them apart. */
const prefixed = (key: string): string => `:${key}`;

/**
 * Values in memory up to a number of bytes, over node-cache as the layer that lets them expire.
 *
 * Many who ask for the same missing value wait for one read. A failed read never drops a good copy.
 */
export class ByteCache<Value extends Sized> {
  #options: Required<ByteCacheOptions>;
  #kept: NodeCache;
  /** Keys in order of use, the least recent first, with their bytes. */
  #order = new Map<string, number>();
  #bytes = 0;
  #reading = new Map<string, Promise<Value>>();
  #failures = new Map<string, Failure>();

  constructor(options: ByteCacheOptions) {
    this.#options = { now: Date.now, ...options };
    this.#kept = new NodeCache({
      stdTTL: options.keepSeconds,
      checkperiod: Math.max(1, Math.min(60, options.keepSeconds)),
      useClones: false,
      deleteOnExpire: true,
    });
    this.#kept.on("del", (key: string) => this.#forget(key));
  }

  /** Bytes of all values kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Number of values kept. */
  get size(): number {
    return this.#order.size;
  }

  /** The value if it is kept, however old; counts as use. */
  peek(key: string): Value | undefined {
    return this.#find(key)?.value;
  }

  /** The value if it is kept and needs no new reading; counts as use. */
  fresh(key: string): Value | undefined {
    const kept = this.#find(key);
    return kept !== undefined && this.#isFresh(kept) ? kept.value : undefined;
  }

  /**
   * The value, from memory or by `read`.
   * @throws what `read` throws, also for a while after it did
   */
  async get(key: string, read: () => Promise<Value>): Promise<{ value: Value; outcome: CacheOutcome }> {
    const kept = this.#find(key);
    if (kept === undefined) return { value: await this.#read(key, read), outcome: "miss" };
    if (this.#isFresh(kept)) return { value: kept.value, outcome: "hit" };
    this.#read(key, read).catch(() => undefined);
    return { value: kept.value, outcome: "stale" };
  }

  /** Drops a value and what is known of its failures. */
  delete(key: string): void {
    this.#failures.delete(key);
    this.#kept.del(prefixed(key));
  }

  #isFresh({ readAt }: Kept<Value>): boolean {
    return readAt + this.#options.freshSeconds * 1000 > this.#options.now();
  }

  #find(key: string): Kept<Value> | undefined {
    const name = prefixed(key);
    const kept = this.#kept.get<Kept<Value>>(name);
    const bytes = this.#order.get(name);
    if (kept === undefined || bytes === undefined) return undefined;
    this.#order.delete(name);
    this.#order.set(name, bytes);
    return kept;
  }

  #read(key: string, read: () => Promise<Value>): Promise<Value> {
    const underWay = this.#reading.get(key);
    if (underWay !== undefined) return underWay;
    const failure = this.#failures.get(key);
    if (failure !== undefined && failure.until > this.#options.now()) return Promise.reject(failure.error);
    const reading = this.#readOnce(key, read).finally(() => this.#reading.delete(key));
    this.#reading.set(key, reading);
    return reading;
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
    // One value must not push out all others.
    if (value.bytes > this.#options.maxBytes / 4) return;
    const name = prefixed(key);
    this.#kept.del(name);
    this.#kept.set<Kept<Value>>(name, { value, readAt: this.#options.now() });
    this.#order.set(name, value.bytes);
    this.#bytes += value.bytes;
    for (const oldest of this.#order.keys()) {
      if (this.#bytes <= this.#options.maxBytes) break;
      this.#kept.del(oldest);
    }
  }

  #forget(name: string): void {
    this.#bytes -= this.#order.get(name) ?? 0;
    this.#order.delete(name);
  }

  #rememberFailure(key: string, error: unknown): void {
    const now = this.#options.now();
    if (this.#failures.size >= 10_000) {
      for (const [name, failure] of this.#failures) if (failure.until <= now) this.#failures.delete(name);
      if (this.#failures.size >= 10_000) this.#failures.clear();
    }
    this.#failures.set(key, { error, until: now + this.#options.failureSeconds * 1000 });
  }
}
