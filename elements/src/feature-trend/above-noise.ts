import type { HistoryRow } from "@featurescope/analyzer/artifact";

/** Chance alone takes one run in twenty above its noise bound, and so many in a row in none of three million cases. */
const LEAST_RUNS = 5;

/** The newest runs in a row whose index is above its noise bound. */
export interface AboveNoise {
  first: HistoryRow;
  runs: number;
  /** True where they are all runs that are given. */
  open: boolean;
}

/**
 * Whether the index has been above noise for so long that it is no chance, whatever the limits say: as of a drift so slow that no
 * run alone shows it. Runs with more than twice the newest one's noise, as a night's, say nothing of it and are passed over.
 * @param rows in time order; those against another reference than the newest end the stretch
 * @returns null below five runs
 */
export function aboveNoise(rows: readonly HistoryRow[]): AboveNoise | null {
  const last = rows.at(-1);
  const most = 2 * (last?.noiseBound ?? 0);
  const telling = rows.filter(({ noiseBound }) => noiseBound === null || noiseBound <= most);
  const quiet = telling.findLastIndex(
    ({ populationStabilityIndex: index, noiseBound, referenceId }) =>
      index === null || noiseBound === null || index <= noiseBound || referenceId !== last?.referenceId,
  );
  const first = telling[quiet + 1];
  const runs = telling.length - 1 - quiet;
  return first === undefined || runs < LEAST_RUNS ? null : { first, runs, open: runs === rows.length };
}
