import type { DriftBin, Limits, PartVerdict } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { rowsBeyondByChance } from "../noise/rows-beyond-by-chance.js";
import { judgeDifference } from "./judge-difference.js";
import { NO_ROWS } from "./no-rows.js";

/** With hundreds of features a day, chance may speak up once in ten thousand. */
const CHANCE = 0.0001;

/**
 * The verdict on points in time that are not renewed: the share of the reference's rows with a value that are newer, for their
 * window, than any of the run, against what chance alone would reach of as many rows.
 * @param overdue rows of the reference, as in `TimeCounts`
 */
export function judgeStale(overdue: number, bins: readonly DriftBin[], limits: Limits): PartVerdict {
  const { n, m } = rowsOfBins(bins.filter(({ type }) => type === "interval" || type === "point"));
  if (n === 0 || m === 0) return NO_ROWS;
  return judgeDifference({
    difference: overdue / n,
    size: overdue / n,
    // The sides change places: these are rows of the reference beyond the run's newest.
    noise: rowsBeyondByChance(m, n, CHANCE) / n,
    watch: limits.staleWatch,
    shifted: limits.staleShifted,
  });
}
