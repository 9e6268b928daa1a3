import type { Limits, PartVerdict } from "../artifact/index.js";
import { judgeShare } from "./judge-share.js";

/**
 * The verdict on levels that the reference lacks: the excess of their share of the current rows over what Good and Turing expect
 * (Good 1953: the levels seen once, over the rows). Fewer than expected is no drift. That expectation is itself an estimate, whose variance
 * grows with the levels seen twice (Esty 1983): f₁/N·(1 − f₁/N)/N + 2·f₂/N².
 * @param unseen current rows whose level the reference lacks
 * @param seenOnce levels that exactly one row of the reference has
 * @param seenTwice levels that exactly two rows of the reference have
 * @param n rows of the reference
 * @param m current rows
 */
export function judgeUnseen(
  unseen: number,
  seenOnce: number,
  seenTwice: number,
  n: number,
  m: number,
  limits: Limits,
): PartVerdict {
  const excess = (unseen * n - seenOnce * m) / (n * m);
  return judgeShare({
    n,
    m,
    difference: excess,
    size: excess,
    noiseShare: Math.max(unseen / m, seenOnce / n),
    furtherVariance: (2 * seenTwice) / (n * n),
    watch: limits.unseenWatch,
    shifted: limits.unseenShifted,
  });
}
