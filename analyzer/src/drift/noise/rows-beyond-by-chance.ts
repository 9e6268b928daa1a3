/**
 * How many current values lie above the greatest of the reference's by chance alone: the least k with P(K > k) ≤ `chance`.
 *
 * Let both come from one distribution, whichever it is. Then K ≥ k means that the k greatest of all n + m values are current ones:
 * P(K ≥ k) = m/(n + m) · (m − 1)/(n + m − 1) ⋯ (m − k + 1)/(n + m − k + 1).
 * This is the negative hypergeometric law (Wilks 1942, of tolerance limits); with equal values it is less. The same holds below the least.
 * @param n finite values of the reference
 * @param m finite current values
 * @param chance above 0
 * @returns 0 to m
 */
export function rowsBeyondByChance(n: number, m: number, chance: number): number {
  let k = 0;
  for (let left = 1; k < m; k++) {
    left *= (m - k) / (n + m - k);
    if (left <= chance) break;
  }
  return k;
}
