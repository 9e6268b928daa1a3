import type { HistoryRow } from "../../artifact/index.js";

/** Fewest earlier runs from which something is usual. */
const LEAST_RUNS = 8;

/** The part of a history row that the usual range is made from. */
export type IndexOfRun = Pick<
  HistoryRow,
  "populationStabilityIndex" | "noiseBound" | "verdict" | "referenceId"
>;

/** Low and high end of the index in earlier stable runs. */
export interface UsualRange {
  low: number;
  high: number;
}

/**
 * The usual range of the index: p10 to p90 (R type 7) of earlier runs that were stable against the same reference.
 * Only those with a noise bound of half to twice that of the run at hand count, as a night's few rows tell nothing of a day's;
 * and of these the earlier half, at least 8, as what has crept up lately is not usual yet.
 * @param rows in time order; the last is the run at hand and takes no part
 * @returns null with fewer than 8 such runs
 */
export function usualRange(rows: readonly IndexOfRun[]): UsualRange | null {
  const { referenceId, noiseBound: bound } = rows.at(-1) ?? {};
  // A bound of null is like none.
  const alike = rows
    .slice(0, -1)
    .flatMap((row) =>
      row.verdict === "stable" &&
      row.referenceId === referenceId &&
      row.noiseBound! / bound! <= 2 &&
      bound! / row.noiseBound! <= 2
        ? (row.populationStabilityIndex ?? [])
        : [],
    );
  const usual = alike.slice(0, Math.max(LEAST_RUNS, Math.ceil(alike.length / 2))).sort((a, b) => a - b);
  return usual.length < LEAST_RUNS ? null : { low: quantile(usual, 0.1), high: quantile(usual, 0.9) };
}

function quantile(sorted: readonly number[], probability: number): number {
  const position = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(position)]!;
  return low + (sorted[Math.ceil(position)]! - low) * (position % 1);
}
