import type { DriftBin, Limits, PartVerdict } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { rowsBeyondByChance } from "../noise/rows-beyond-by-chance.js";
import { judgeDifference } from "./judge-difference.js";
import { NO_ROWS } from "./no-rows.js";
import { isNewlyInfinite } from "./rows-beyond.js";

/** With hundreds of features a day, chance may speak up once in five thousand, at one end or at the other. */
const CHANCE_AT_AN_END = 0.0001;

/**
 * The verdict on values beyond one of the reference's extremes, its least or its greatest value: their share of the current rows,
 * as none of the reference's lies there, against what chance alone would reach among as many values. Infinite ones lie there,
 * too, where the reference has none.
 * @param rows current rows beyond that extreme
 */
export function judgeBeyond(rows: number, bins: readonly DriftBin[], limits: Limits): PartVerdict {
  const { m } = rowsOfBins(bins);
  if (m === 0) return NO_ROWS;
  const ordered = rowsOfBins(
    bins.filter((bin) => bin.type === "interval" || bin.type === "point" || isNewlyInfinite(bin)),
  );
  const byChance = rowsBeyondByChance(ordered.n, ordered.m, CHANCE_AT_AN_END);
  return judgeDifference({
    difference: rows / m,
    size: rows / m,
    noise: byChance / m,
    watch: limits.beyondWatch,
    shifted: limits.beyondShifted,
  });
}
