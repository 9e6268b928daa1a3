import type { DriftBin, FrozenBin, Smoothing } from "../../artifact/index.js";
import { sum } from "../bins/sum.js";
import { noiseBound } from "../noise/noise-bound.js";
import { noisePValue } from "../noise/noise-p-value.js";
import { hellingerDistance } from "./hellinger-distance.js";
import { jensenShannonDistance } from "./jensen-shannon-distance.js";
import { populationStabilityIndex } from "./population-stability-index.js";

/** All that follows from the bins alone. Everything is null where a side has no rows. */
export interface BinComparison {
  /** Every frozen bin, in the frozen order. */
  bins: DriftBin[];
  smoothing: Smoothing;
  populationStabilityIndex: number | null;
  jensenShannonDistance: number | null;
  hellingerDistance: number | null;
  /** Null with fewer than two bins too. */
  noiseBound: number | null;
  /** Unadjusted; null with fewer than two bins too. */
  pValue: number | null;
}

/**
 * Compares counts in frozen bins.
 * @param frozen bins with the reference's rows
 * @param current rows in the same bins
 */
export function compareBins(frozen: readonly FrozenBin[], current: readonly number[]): BinComparison {
  const reference = frozen.map((bin) => bin.reference);
  const { value, contributions, smoothing } = populationStabilityIndex(reference, current);
  const n = sum(reference);
  const m = sum(current);
  return {
    bins: frozen.map(({ type, low, high, value, reference }, i) => ({
      type,
      low,
      high,
      value,
      reference,
      current: current[i] ?? 0,
      contribution: contributions[i] ?? 0,
    })),
    smoothing,
    populationStabilityIndex: value,
    jensenShannonDistance: jensenShannonDistance(reference, current),
    hellingerDistance: hellingerDistance(reference, current),
    noiseBound: noiseBound(smoothing.bins, n, m),
    pValue: value === null ? null : noisePValue(value, smoothing.bins, n, m),
  };
}
