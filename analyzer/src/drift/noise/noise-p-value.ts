import { chiSquaredSurvival } from "./chi-squared.js";

/**
 * How likely an index as great as this is without drift: P(χ²(B − 1) ≥ index / (1/N + 1/M)), see {@link noiseBound}.
 * @param bins B: bins with rows on at least one side
 * @returns null with fewer than two bins or where a side has no rows
 */
export function noisePValue(index: number, bins: number, n: number, m: number): number | null {
  if (bins < 2 || n === 0 || m === 0) return null;
  return chiSquaredSurvival(index / (1 / n + 1 / m), bins - 1);
}
