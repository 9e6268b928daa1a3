import type { DriftBin, Limits, PartVerdict } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { shareNoise } from "../noise/share-noise.js";
import { judgeDifference } from "./judge-difference.js";
import { NO_ROWS } from "./no-rows.js";

/** z of 99.9 %: with hundreds of features a day, chance may speak up once in a thousand. */
const Z = 3.29;

/** What tells how many unseen levels chance brings. */
export interface UnseenLevels {
  /** Current rows whose level the reference lacks. */
  unseen: number;
  /** Levels that exactly one row of the reference has. */
  seenOnce: number;
  /** Levels that exactly two rows of the reference have. */
  seenTwice: number;
}

/**
 * The verdict on levels that the reference lacks: the excess of their share of the current rows over what Good and Turing expect
 * (Good 1953: the levels seen once, over the rows). Fewer than expected is no drift. That expectation is itself an estimate, whose variance
 * grows with the levels seen twice (Esty 1983): f₁/N·(1 − f₁/N)/N + 2·f₂/N².
 */
export function judgeUnseen(
  { unseen, seenOnce, seenTwice }: UnseenLevels,
  bins: readonly DriftBin[],
  limits: Limits,
): PartVerdict {
  const { n, m } = rowsOfBins(bins);
  if (n === 0 || m === 0) return NO_ROWS;
  const excess = (unseen * n - seenOnce * m) / (n * m);
  const ofShares = shareNoise(Math.max(unseen / m, seenOnce / n), n, m, Z);
  return judgeDifference({
    difference: excess,
    size: excess,
    noise: Math.hypot(ofShares, (Z * Math.sqrt(2 * seenTwice)) / n),
    watch: limits.unseenWatch,
    shifted: limits.unseenShifted,
  });
}
