import type { DriftBin, Heap, Limits, PartVerdict } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { rangeByChance } from "../noise/range-by-chance.js";
import { expectedRows } from "./expected-rows.js";
import { judgeDifference } from "./judge-difference.js";
import { NO_ROWS } from "./no-rows.js";

/** With hundreds of features a day, chance may speak up once in ten thousand, at any of the places. */
const CHANCE_ANYWHERE = 0.0001;

/**
 * The verdict on rows that crowd at one value, or in one narrow range: the share of the current rows that it has beyond what it
 * would have if it had changed as those around it, or all, did. The noise is what chance alone would make of as many rows, at any
 * of the places.
 * @param heap null where there is none
 */
export function judgeHeap(heap: Heap | null, bins: readonly DriftBin[], limits: Limits): PartVerdict {
  const { m: rows } = rowsOfBins(bins);
  if (rows === 0) return NO_ROWS;
  const expected = heap === null ? null : expectedRows(heap, bins);
  if (heap === null || expected === null) return { verdict: "stable", reason: null, value: 0, noise: null };
  const { n, m } = expected;
  const all = heap.reference + heap.current;
  const excessOf = (current: number): number => (current - ((all - current) * m) / n) / rows;
  const { greatest } = rangeByChance(all, n, m, CHANCE_ANYWHERE / heap.places);
  const excess = excessOf(heap.current);
  return judgeDifference({
    difference: excess,
    size: excess,
    noise: Math.max(0, excessOf(greatest)),
    watch: limits.heapedWatch,
    shifted: limits.heapedShifted,
  });
}
