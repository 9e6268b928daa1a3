import { setTimeout as wait } from "node:timers/promises";
import { FeaturescopeError } from "../artifact/index.js";
import { NotNow } from "../credentials/index.js";

/** How long a store may take. */
export interface Patience {
  /** A call on which nothing moves for this long is given up. */
  idleMs: number;
  /** Pause after the first failed attempt; twice as long after each further one. */
  pauseMs: number;
}

/** What a store may take unless told otherwise. */
export const PATIENCE: Patience = { idleMs: 10_000, pauseMs: 300 };

const ATTEMPTS = 4;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Does work on a store, and again where it fails for a reason that may pass: four times in all, or four times since it last got on.
 * @param gotOn whether the attempt that failed brought something that the next need not do again
 * @throws what the last attempt threw
 */
export async function tryAgain<T>(
  work: () => Promise<T>,
  { pauseMs }: Patience,
  gotOn: () => boolean = () => false,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (gotOn()) attempt = 1;
      if (attempt === ATTEMPTS || !mayPass(error)) throw error;
      const asked = error instanceof NotNow ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
      const pause = Math.max(asked, pauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
      await wait(Math.min(LONGEST_PAUSE_MS, pause));
    }
  }
}

/** A store that answers with an S3 error means it, as do we; all else, from a reset to a full queue, may pass. */
function mayPass(error: unknown): boolean {
  return error instanceof Error && error.name !== "S3Error" && !(error instanceof FeaturescopeError);
}
