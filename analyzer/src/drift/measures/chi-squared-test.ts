import { sum } from "../bins/sum.js";
import { chiSquaredSurvival } from "../noise/chi-squared.js";

/** Outcome of the test. */
export interface ChiSquaredTest {
  /** Pearson's χ², without continuity correction. */
  statistic: number;
  /** Bins with rows on at least one side, less one. */
  degreesOfFreedom: number;
  /** Unadjusted. */
  pValue: number;
}

/**
 * Pearson's chi-squared test of homogeneity of a 2 × B table, bins without rows left out.
 * As SciPy's `chi2_contingency(table, correction=False)`.
 * @param reference rows per bin
 * @param current rows per bin, in the same order
 * @returns null where a side has no rows or fewer than two bins have any
 */
export function chiSquaredTest(
  reference: readonly number[],
  current: readonly number[],
): ChiSquaredTest | null {
  const n = sum(reference);
  const m = sum(current);
  const rows = reference.map((r, i): [number, number] => [r, current[i] ?? 0]).filter(([r, c]) => r + c > 0);
  if (n === 0 || m === 0 || rows.length < 2) return null;
  const statistic = n * m * sum(rows.map(([r, c]) => (r / n - c / m) ** 2 / (r + c)));
  const degreesOfFreedom = rows.length - 1;
  return { statistic, degreesOfFreedom, pValue: chiSquaredSurvival(statistic, degreesOfFreedom) };
}
