import { compareRuns } from "@featurescope/analyzer/artifact";
import type { LiveTarget } from "../controllers/live-updates.js";
import { loadPublished } from "./load-published.js";

/** What tells which run is newer. */
type RunHead = Parameters<typeof compareRuns>[0];

/** What is loaded in place of what. */
export interface Instead<T> {
  shown: T;
  runOf: (documents: T) => RunHead;
  load: () => Promise<T>;
  /** Whether the answer is of the run that was told of, or as new; by default each is. */
  isThere?: (answer: T) => boolean;
}

/**
 * Loads what is to take the place of what is shown: of a run as new or newer, or, where the one that is shown was withdrawn, of an
 * older one. A run that was withdrawn is never taken, though a gateway that has not noticed goes on to give it.
 * @returns what was shown, where there is nothing to take its place
 * @throws LoadError, also where what is shown was withdrawn and there is no other run; or the signal's reason once it is aborted
 */
export async function loadInstead<T>(
  { isWithdrawn }: LiveTarget,
  { shown, runOf, load, isThere = () => true }: Instead<T>,
  signal: AbortSignal,
): Promise<T> {
  const before = runOf(shown);
  const isGone = isWithdrawn(before.run);
  const loaded = await loadPublished(
    load,
    (answer) => isThere(answer) && !isWithdrawn(runOf(answer).run),
    signal,
    !isGone,
  );
  if (loaded === null) return shown;
  const now = runOf(loaded);
  return isWithdrawn(now.run) || (!isGone && compareRuns(now, before) < 0) ? shown : loaded;
}
