import type { DriftBin, Limits, PartVerdict } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { rangeByChance } from "../noise/range-by-chance.js";
import { judgeDifference } from "./judge-difference.js";
import { NO_ROWS } from "./no-rows.js";

/** With hundreds of features a day, chance may speak up once in a thousand, either way. */
const CHANCE_EITHER_WAY = 0.001 / 2;

/**
 * The verdict on the change of the missing share, current minus reference, judged by its size either way. The noise is the greatest change
 * the same way that chance alone would make of as many missing rows.
 */
export function judgeMissing(bins: readonly DriftBin[], limits: Limits): PartVerdict {
  const { n, m } = rowsOfBins(bins);
  if (n === 0 || m === 0) return NO_ROWS;
  const missing = rowsOfBins(bins.filter((bin) => bin.type === "missing"));
  const all = missing.n + missing.m;
  // One division: 0.9 − 0.4 % is half a point exactly.
  const differenceOf = (rows: number): number => (rows * n - (all - rows) * m) / (n * m);
  const difference = differenceOf(missing.m);
  const { least, greatest } = rangeByChance(all, n, m, CHANCE_EITHER_WAY);
  return judgeDifference({
    difference,
    size: Math.abs(difference),
    noise: Math.max(0, difference < 0 ? -differenceOf(least) : differenceOf(greatest)),
    watch: limits.missingWatch,
    shifted: limits.missingShifted,
  });
}
