import { sum } from "../bins/sum.js";

/** Weights below this part of the greatest add nothing to a sum of doubles. */
const NEGLIGIBLE = 1e-20;

/**
 * How many of some marked rows chance puts on the current side, where rows of both sides come from one distribution (hypergeometric law, as
 * in Fisher's exact test): fewer than `least`, or more than `greatest`, with a probability of at most `chance` each.
 * @param marked rows of both sides that have a mark, such as a missing value
 * @param n rows of the reference
 * @param m current rows
 * @param chance above 0, less than a quarter
 */
export function rangeByChance(
  marked: number,
  n: number,
  m: number,
  chance: number,
): { least: number; greatest: number } {
  const mode = Math.floor(((marked + 1) * (m + 1)) / (n + m + 2));
  const middle = Math.min(marked, m, Math.max(0, marked - n, mode));
  const up = weightsFrom(middle, marked, n, m);
  // What is not on one side is on the other.
  const down = weightsFrom(marked - middle, marked, m, n);
  const tail = chance * (sum(up) + sum(down) - 1);
  return { least: middle - stepsWithin(down, tail), greatest: middle + stepsWithin(up, tail) };
}

/** How probable `from`, `from` + 1, … marked rows of the m are, in parts of the first. */
function weightsFrom(from: number, marked: number, n: number, m: number): number[] {
  const weights = [1];
  let weight = 1;
  for (let k = from; k < Math.min(marked, m) && weight > NEGLIGIBLE; k++) {
    weight *= ((marked - k) / (k + 1)) * ((m - k) / (n - marked + k + 1));
    weights.push(weight);
  }
  return weights;
}

/** So many steps that the weights beyond them sum to no more than `tail`. */
function stepsWithin(weights: readonly number[], tail: number): number {
  let steps = weights.length - 1;
  for (let beyond = 0; steps > 0; steps--) {
    beyond += weights[steps]!;
    if (beyond > tail) break;
  }
  return steps;
}
