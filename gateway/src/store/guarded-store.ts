import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { NotNow } from "@featurescope/analyzer/credentials";
import { RefusedError } from "./refused-error.js";
import type { Store } from "./store.js";

/** Failures in a row after which a store is left alone for a while. */
const MAX_FAILURES = 5;
const PAUSE_MS = 2000;
/** A store that asks for a longer pause is asked again after this long all the same. */
const LONGEST_PAUSE_MS = 30_000;

/**
 * A store around a store that leaves it alone after failures in a row, or for as long as it asks to be: calls then fail
 * at once. After the pause one call is let through to see whether it answers again.
 * @param now gives milliseconds of a clock that is never set back, as a store would else be left alone until it is caught up
 */
export function guardedStore(store: Store, now: () => number = () => performance.now()): Store {
  let failures = 0;
  /** 0 while the store is not left alone. */
  let pausedUntil = 0;
  let isProbing = false;

  function noteAnswer(): void {
    failures = 0;
    pausedUntil = 0;
  }

  function noteFailure(error: unknown): void {
    const isFailure = error instanceof FeaturescopeError && error.code === "store-unreachable";
    if (!isFailure || error instanceof RefusedError) {
      noteAnswer();
      return;
    }
    failures++;
    const asked = error.cause instanceof NotNow ? error.cause.retryAfterSeconds : null;
    if (asked !== null) pausedUntil = now() + Math.min(LONGEST_PAUSE_MS, asked * 1000);
    else if (failures >= MAX_FAILURES) pausedUntil = now() + PAUSE_MS;
  }

  async function call<T>(work: () => Promise<T>): Promise<T> {
    const isProbe = pausedUntil !== 0;
    if (isProbe && (isProbing || now() < pausedUntil)) {
      throw new FeaturescopeError("store-unreachable", "the store failed and is left alone for a moment");
    }
    isProbing ||= isProbe;
    try {
      const result = await work();
      noteAnswer();
      return result;
    } catch (error) {
      noteFailure(error);
      throw error;
    } finally {
      if (isProbe) isProbing = false;
    }
  }

  return {
    address: store.address,
    async *list(folder) {
      const entries = store.list(folder)[Symbol.asyncIterator]();
      try {
        for (;;) {
          const { done, value } = await call(() => Promise.resolve(entries.next()));
          if (done) return;
          yield value;
        }
      } finally {
        await entries.return?.();
      }
    },
    get: (path, limits) => call(() => store.get(path, limits)),
    stat: (path) => call(() => store.stat(path)),
  };
}
