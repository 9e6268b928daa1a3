import type { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { NotNow } from "@featurescope/analyzer/credentials";
import { isUnreachable } from "./is-unreachable.js";
import { LeftAloneError } from "./left-alone-error.js";
import { RefusedError } from "./refused-error.js";
import type { Store, StoreEntry } from "./store.js";

/** Failures in a row after which a store is left alone for a while. */
const MAX_FAILURES = 5;
const PAUSE_MS = 2000;
/** What asks for a longer pause by itself is asked for again after this long all the same … */
const LONGEST_PAUSE_MS = 30_000;
/**
 * … and a store as a whole, and what it lists, by one call after this long: MinIO asks for a minute while it starts, which takes
 * it seconds.
 */
const LONGEST_STORE_PAUSE_MS = 5000;
/** So many paths are remembered that are left alone by themselves. */
const MAX_PATHS = 1000;

/** How long a failure asks to be left alone for, in milliseconds; null where it does not. */
function askedPause({ cause }: FeaturescopeError): number | null {
  const seconds = cause instanceof NotNow ? cause.retryAfterSeconds : null;
  return seconds === null ? null : seconds * 1000;
}

/**
 * A store around a store that leaves it alone after failures in a row, for as long as it asks to be: calls then fail
 * at once. After the pause one call is let through to see whether it answers again.
 * What asks by itself is left alone by itself: MinIO says of one damaged object to come back in a minute. Once something
 * answers that had asked, the store is back, and nothing is left alone any more.
 * @param now gives milliseconds of a clock that is never set back, as a store would else be left alone until it is caught up
 */
export function guardedStore(store: Store, now: () => number): Store {
  let failures = 0;
  /** 0 while the store is not left alone. */
  let pausedUntil = 0;
  let isProbing = false;
  /** What it failed with last. */
  let failure: unknown;
  /** Paths that are or were left alone, until when, and what they failed with. */
  const quiet = new Map<string, { until: number; error: FeaturescopeError }>();

  function noteAnswer(path: string): void {
    if (quiet.has(path)) quiet.clear();
    failures = 0;
    pausedUntil = 0;
  }

  function leaveAlone(path: string, error: FeaturescopeError, ms: number): void {
    quiet.delete(path);
    const [first] = quiet.keys();
    if (first !== undefined && quiet.size >= MAX_PATHS) quiet.delete(first);
    quiet.set(path, { until: now() + ms, error });
  }

  function noteFailure(path: string, error: unknown, longestPauseMs: number): void {
    if (!isUnreachable(error) || error instanceof RefusedError) {
      noteAnswer(path);
      return;
    }
    failures++;
    failure = error;
    const asked = askedPause(error);
    if (asked !== null) leaveAlone(path, error, Math.min(longestPauseMs, asked));
    if (failures >= MAX_FAILURES) pausedUntil = now() + Math.min(LONGEST_STORE_PAUSE_MS, asked ?? PAUSE_MS);
  }

  async function call<T>(
    path: string,
    work: () => Promise<T>,
    longestPauseMs = LONGEST_PAUSE_MS,
  ): Promise<T> {
    const isProbe = pausedUntil !== 0;
    if (isProbe && (isProbing || now() < pausedUntil)) throw new LeftAloneError(failure);
    const left = quiet.get(path);
    if (left !== undefined && now() < left.until) throw left.error;
    isProbing ||= isProbe;
    try {
      const result = await work();
      noteAnswer(path);
      return result;
    } catch (error) {
      noteFailure(path, error, longestPauseMs);
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
          const next = (): Promise<IteratorResult<StoreEntry>> => Promise.resolve(entries.next());
          const { done, value } = await call(folder, next, LONGEST_STORE_PAUSE_MS);
          if (done) return;
          yield value;
        }
      } finally {
        await entries.return?.();
      }
    },
    get: (path, limits) => call(path, () => store.get(path, limits)),
    stat: (path) => call(path, () => store.stat(path)),
  };
}
