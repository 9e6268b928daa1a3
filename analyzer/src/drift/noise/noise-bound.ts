import { chiSquaredQuantile } from "./chi-squared.js";

/** Share of comparisons without drift that stay below the bound. */
const CONFIDENCE = 0.95;

/**
 * What the index reaches with no drift at all in 95 of 100 cases, for independent rows: (1/N + 1/M)·χ²(0.95, B − 1). The index is to
 * first order (1/N + 1/M) times Pearson's χ² (Yurdakul & Naranjo, Statistical properties of the population stability index, 2020).
 * @param bins B: bins with rows on at least one side
 * @param n rows of the reference
 * @param m rows of the current side
 * @returns null with fewer than two bins or where a side has no rows
 */
export function noiseBound(bins: number, n: number, m: number): number | null {
  if (bins < 2 || n === 0 || m === 0) return null;
  return (1 / n + 1 / m) * chiSquaredQuantile(CONFIDENCE, bins - 1);
}
