import type { CellCounts, DriftBin, FrozenFeature, Heap } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { expectedRows } from "./expected-rows.js";

/** How many times as many rows as expected a place must have. */
const LEAST_GROWTH = 2;

/**
 * How wide a range may be, as a part of the reference's interquartile range: where all moved, a wide one in the tails has many
 * more rows, too.
 */
const NARROW = 0.05;

/**
 * The place where current rows crowd, as at a mean that is put in for what is missing: among bins of a tenth of the rows it
 * hides. Places are the edges of the reference's cells and the narrow ranges between them. Points are none, as they have bins of
 * their own.
 * @param counts current rows in the same cells
 * @param bins of both sides
 * @returns null where no place has at least twice as many rows as expected
 */
export function findHeap(
  { cells, statistics }: Pick<FrozenFeature, "cells" | "statistics">,
  counts: CellCounts,
  bins: readonly DriftBin[],
): Heap | null {
  if (cells === null) return null;
  const points = new Set(bins.flatMap(({ type, value }) => (type === "point" ? [value] : [])));
  const { p25, p75 } = statistics.withoutPoints ?? statistics;
  const widest = NARROW * ((p75 ?? 0) - (p25 ?? 0));
  const ranges = rowsOfBins(bins.filter(({ type }) => type === "interval"));
  const growth = ranges.m / ranges.n;
  const places = 2 * cells.edges.length - 1;
  let heap: Heap | null = null;
  let most = 0;
  const consider = (
    place: Pick<Heap, "type" | "low" | "high" | "value">,
    reference: number,
    current: number,
  ): void => {
    // Nearly all places end here.
    if (current <= most || current < LEAST_GROWTH * growth * reference) return;
    const candidate = { ...place, reference, current, contribution: 0, places };
    const expected = expectedRows(candidate, bins);
    if (expected === null) return;
    const excess = current - expected.rows;
    if (excess <= most || current < LEAST_GROWTH * expected.rows) return;
    [heap, most] = [candidate, excess];
  };
  for (const [i, low] of cells.edges.entries()) {
    const high = cells.edges[i + 1] ?? Infinity;
    if (!points.has(low))
      consider(
        { type: "point", low: null, high: null, value: low },
        cells.equal[i] ?? 0,
        counts.equal[i] ?? 0,
      );
    if (high - low <= widest)
      consider({ type: "interval", low, high, value: null }, cells.inside[i] ?? 0, counts.inside[i] ?? 0);
  }
  return heap;
}
