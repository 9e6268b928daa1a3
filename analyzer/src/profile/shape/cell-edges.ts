import type { FrozenCells } from "../../artifact/index.js";
import { cellRanks } from "../../drift/index.js";
import { quantile } from "../../statistics/quantile.js";
import { Clipped } from "./clipped.js";

/** Ends of the clipped range. */
const [LOW, HIGH] = [0.001, 0.999];

/**
 * What the sum over all cells of share × width is brought down to, in standard deviations of the reference: less where it has few
 * rows, because with many the counts have many digits and a profile has to stay small.
 */
const coarsenessOf = (rows: number): number => 0.005 * Math.min(8, Math.max(1, rows / 10_000));
/** Edges added at most. */
const MOST_ADDED = 512;

/** The reference's values, which cells are cut from. */
export interface CellSource {
  /** Finite values. */
  count: number;
  max: number;
  /** Whether all are whole numbers. */
  integer: boolean;
  /** By rank, 0-based. */
  valueAt: (rank: number) => number;
}

/** A cell before it is cut. */
interface RankedCell {
  low: number;
  high: number;
  /** Equal ranks that begin in it, at least as many as belong to one row. */
  ranks: number;
}

/**
 * Edges of the cells from which the Wasserstein distance and the Kolmogorov–Smirnov statistic of later runs are computed, see
 * {@link FrozenCells}: where two distribution functions cross in a cell, the area between them is known up to about an eighth of
 * share × width. Wide cells are cut into equal parts, of each cell as many as its √(share × width), so that the sum of that
 * product is small with the fewest edges.
 */
export function cellEdges(source: CellSource): Pick<FrozenCells, "edges" | "clipLow" | "clipHigh"> {
  const { count, max, valueAt } = source;
  const clipLow = quantile(count, LOW, valueAt) ?? 0;
  const clipHigh = quantile(count, HIGH, valueAt) ?? 0;
  const ranked = cellRanks(count).map(valueAt);
  const equal = ascending([...ranked, clipLow, clipHigh, max]);
  const clipped = new Clipped(clipLow, clipHigh);
  clipped.add(Float64Array.from(ranked), null);
  const cells = cellsOf(equal, ranked, count).filter(({ low, high }) => clipLow <= low && high <= clipHigh);
  const added = cutCells(cells, clipped.moments.std ?? 0, coarsenessOf(count)).map((edge) =>
    source.integer ? Math.round(edge) : edge,
  );
  return { edges: ascending([...equal, ...added]), clipLow, clipHigh };
}

function cellsOf(edges: readonly number[], ranked: readonly number[], rows: number): RankedCell[] {
  const least = Math.max(1, ranked.length / rows);
  let begun = 0;
  return edges.slice(1).map((high, i) => {
    const first = begun;
    while (begun < ranked.length && ranked[begun]! < high) begun++;
    return { low: edges[i]!, high, ranks: Math.max(least, begun - first) };
  });
}

/** Edges that cut the cells into parts; none where widths, or multiples of one, are beyond what a double holds. */
function cutCells(cells: readonly RankedCell[], deviation: number, coarseness: number): number[] {
  const weights = cells.map(({ low, high, ranks }) => Math.sqrt(ranks * (high - low)));
  const ranks = cells.reduce((sum, cell) => sum + cell.ranks, 0);
  const unit = Math.sqrt(ranks * deviation);
  const total = weights.reduce((sum, weight) => sum + weight / unit, 0);
  if (!(unit > 0 && Number.isFinite(total) && total > 0)) return [];
  const partsEach = Math.min(total / coarseness, MOST_ADDED / total) / unit;
  return cells.flatMap(({ low, high }, i) => {
    const width = high - low;
    const parts = Number.isFinite(width * MOST_ADDED) ? Math.floor(weights[i]! * partsEach) + 1 : 1;
    return Array.from({ length: parts - 1 }, (_, j) => low + (width * (j + 1)) / parts);
  });
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
