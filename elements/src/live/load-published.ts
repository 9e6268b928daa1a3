import { LoadError } from "../controllers/load-error.js";
import { pause } from "./pause.js";
import { retryDelay } from "./retry-delay.js";

/** Attempts, the first included: about fifteen seconds, three times what a gateway takes to look at its store. */
const ATTEMPTS = 5;
const FIRST_WAIT = 1000;

/**
 * Loads what an event told of. Where several gateways share the work, the one that answers may hear of a run some seconds after
 * the one that told of it, so it is asked again.
 * @param isThere whether the answer is of the run, or as new
 * @param mayLack whether a run may be without such a document
 * @returns the last answer; null where the run has no such document
 * @throws LoadError, or the signal's reason once it is aborted
 */
export async function loadPublished<T>(
  load: () => Promise<T>,
  isThere: (answer: T) => boolean,
  signal: AbortSignal,
  mayLack = true,
): Promise<T | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await load();
      if (attempt === ATTEMPTS || isThere(answer)) return answer;
    } catch (failure) {
      const { code, status } = failure instanceof LoadError ? failure : { code: "", status: 0 };
      if (status !== 404) throw failure;
      if (attempt < ATTEMPTS && code === "unknown-run") {
        // It comes in a moment.
      } else if (mayLack) return null;
      else throw failure;
    }
    await pause(retryDelay(attempt, FIRST_WAIT, Math.random()), signal);
  }
}
