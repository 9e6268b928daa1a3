import type { Smoothing } from "../../artifact/index.js";
import { sum } from "../bins/sum.js";

const PER_BIN = 0.5;

/** The index with what it is made of. */
export interface PopulationStabilityIndex {
  /** 0 or more; null where a side has no rows. */
  value: number | null;
  /** One a bin, never negative, in the bins' order; `value` is their sum. */
  contributions: number[];
  smoothing: Smoothing;
}

/**
 * Population stability index: Σ (q − p)·ln(q/p), natural logarithm, with p = (r + 0.5)/(N + 0.5·B) and q = (c + 0.5)/(M + 0.5·B).
 * Bins that are empty on both sides leave the sum and B. It is the symmetric Kullback–Leibler divergence (Jeffreys, 1946) of the
 * smoothed shares.
 * @param reference rows per bin
 * @param current rows per bin, in the same order
 */
export function populationStabilityIndex(
  reference: readonly number[],
  current: readonly number[],
): PopulationStabilityIndex {
  const n = sum(reference);
  const m = sum(current);
  const rows = reference.map((r, i): [number, number] => [r, current[i] ?? 0]);
  const bins = rows.filter(([r, c]) => r + c > 0).length;
  const contributions = rows.map(([r, c]) => {
    if (r + c === 0 || n === 0 || m === 0) return 0;
    const p = (r + PER_BIN) / (n + PER_BIN * bins);
    const q = (c + PER_BIN) / (m + PER_BIN * bins);
    return Math.abs((q - p) * Math.log(q / p));
  });
  return {
    value: n === 0 || m === 0 ? null : sum(contributions),
    contributions,
    smoothing: { name: "add-half", perBin: PER_BIN, bins },
  };
}
