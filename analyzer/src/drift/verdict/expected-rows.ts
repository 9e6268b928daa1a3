import type { DriftBin } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";

/** What the rows at a place are compared with. */
export interface ExpectedRows {
  /** Rows of the reference, those at the place among them. */
  n: number;
  /** Current rows likewise. */
  m: number;
  /** Rows that the place would have, had it changed as these did. */
  rows: number;
}

/**
 * How many current rows a place would have, had it changed as the ranges in which it lies, or as all ranges, whichever grew more.
 * @returns null where the reference has no rows there
 */
export function expectedRows(place: DriftBin, bins: readonly DriftBin[]): ExpectedRows | null {
  const ranges = bins.filter(({ type }) => type === "interval");
  const own = ranges.filter((bin) => {
    const [from, to] = [bin.low ?? -Infinity, bin.high ?? Infinity];
    const { value, low, high } = place;
    return typeof value === "number"
      ? from <= value && value < to
      : from < (high ?? to) && (low ?? from) < to;
  });
  const [around, all] = [rowsOfBins(own), rowsOfBins(ranges)];
  if (around.n === 0) return null;
  const { n, m } = around.m * all.n > all.m * around.n ? around : all;
  return { n, m, rows: (place.reference * m) / n };
}
