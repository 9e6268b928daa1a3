import type { RecentRun } from "../artifact/index.js";

/** Fewest earlier runs from which something is usual. */
const LEAST_RUNS = 8;

/** The part of a history row that the usual range is made from. */
export type IndexOfRun = Pick<RecentRun, "populationStabilityIndex" | "verdict" | "referenceId">;

/**
 * The usual range of the index: p10 to p90 (R type 7) over the earlier runs that were stable against the same reference.
 * @param rows in time order; the last is the run at hand and takes no part
 * @returns null with fewer than 8 such runs
 */
export function usualRange(rows: readonly IndexOfRun[]): { low: number; high: number } | null {
  const referenceId = rows.at(-1)?.referenceId;
  const usual = rows
    .slice(0, -1)
    .filter((row) => row.verdict === "stable" && row.referenceId === referenceId)
    .flatMap(({ populationStabilityIndex: index }) => (index === null ? [] : [index]))
    .sort((a, b) => a - b);
  return usual.length < LEAST_RUNS ? null : { low: quantile(usual, 0.1), high: quantile(usual, 0.9) };
}

function quantile(sorted: readonly number[], probability: number): number {
  const position = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (high - low) * (position - Math.floor(position));
}
