import type { Frequent } from "./value-source.js";

/**
 * Turns ranks among the values that are no points into ranks among all values.
 * @param points with how many values of all kinds lie below each
 */
export function restRanks(points: readonly Frequent[]): (rank: number) => number {
  const ascending = [...points].sort((a, b) => a.value - b.value);
  let passed = 0;
  const steps = ascending.map(({ below, count }) => {
    const step = { restBelow: below - passed, count };
    passed += count;
    return step;
  });
  return (rank) => steps.reduce((sum, { restBelow, count }) => (restBelow <= rank ? sum + count : sum), rank);
}
