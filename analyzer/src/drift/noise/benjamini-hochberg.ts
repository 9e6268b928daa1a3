/**
 * P-values adjusted for testing many features at once, after Benjamini and Hochberg (1995): the smallest false discovery rate
 * at which each would be called. In the order given; never smaller than the unadjusted, at most 1. As SciPy's `false_discovery_control`.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const descending = [...pValues.entries()].sort(([, a], [, b]) => b - a);
  const adjusted = pValues.map(() => 1);
  let least = 1;
  for (const [position, [i, pValue]] of descending.entries()) {
    least = Math.min(least, pValue * (pValues.length / (pValues.length - position)));
    adjusted[i] = least;
  }
  return adjusted;
}
