import type { FrozenFeature, ProfileCounts, ProfileNumbers } from "../../artifact/index.js";
import { integersIn, sketchRange } from "../ranks/quantile-sketch.js";

/** What is known of the value at a rank. */
export interface RankBound {
  low: number;
  high: number;
  /** From low to high. */
  estimate: number;
}

/** Rows with low ≤ value ≤ high. */
interface Part {
  low: number;
  high: number;
  count: number;
}

/**
 * Bounds for the values at ranks after a merge. Sketch, cells, display bins and frozen bins each cut the sorted values into parts with known
 * counts, so the value at a rank lies in one part of each: in all of them at once. Points are known exactly.
 */
export class MergedRanks {
  /** Values that are no points. */
  readonly restCount: number;
  readonly #numbers: ProfileNumbers;
  readonly #cuts: readonly (readonly Part[])[];

  /** @param counts with a sketch */
  constructor(counts: ProfileCounts, numbers: ProfileNumbers, frozen: FrozenFeature) {
    this.#numbers = numbers;
    this.#cuts = [sketchParts, cellParts, displayParts, binParts].flatMap((parts) => {
      const cut = parts(numbers, frozen, counts);
      return cut.length === 0 ? [] : [cut];
    });
    this.restCount = numbers.sketch?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  }

  /** The value at a rank (0-based) of all finite values. */
  at(rank: number): RankBound {
    let passed = 0;
    for (const { value, count, below } of this.#numbers.points) {
      if (rank >= below + count) passed += count;
      else if (rank >= below) return { low: value, high: value, estimate: value };
    }
    return this.restAt(rank - passed);
  }

  /** The value at a rank (0-based) of those that are no points. */
  restAt(rank: number): RankBound {
    const { rest, integer } = this.#numbers;
    if (rest === null) return { low: NaN, high: NaN, estimate: NaN };
    if (rank === 0 || rank === this.restCount - 1) {
      const value = rank === 0 ? rest.min : rest.max;
      return { low: value, high: value, estimate: value };
    }
    let [low, high] = [rest.min, rest.max];
    let narrowest = { width: Infinity, estimate: low };
    for (const cut of this.#cuts) {
      const found = partAt(cut, rank);
      if (found === null) continue;
      const [from, to] = [Math.max(found.low, rest.min), Math.min(found.high, rest.max)];
      const estimate = from + (to - from) * ((rank - found.start + 0.5) / found.count);
      if (to - from < narrowest.width) narrowest = { width: to - from, estimate };
      [low, high] = [Math.max(low, from), Math.min(high, to)];
    }
    if (integer) [low, high] = [Math.ceil(low), Math.floor(high)];
    const estimate = integer ? Math.round(narrowest.estimate) : narrowest.estimate;
    return { low, high, estimate: Math.min(high, Math.max(low, estimate)) };
  }
}

function partAt(cut: readonly Part[], rank: number): (Part & { start: number }) | null {
  let start = 0;
  for (const part of cut) {
    if (rank < start + part.count) return { ...part, start };
    start += part.count;
  }
  return null;
}

function sketchParts({ sketch, integer }: ProfileNumbers): Part[] {
  if (sketch === null) return [];
  return sketch.counts.map((count, i) => {
    const bucket = sketch.first + i;
    const [low, high] = integer ? integersIn(sketch, bucket) : sketchRange(sketch, bucket);
    return { low, high, count };
  });
}

/** Every point is an edge of the cells, so it can be taken out of them. */
function cellParts({ cells, points }: ProfileNumbers, frozen: FrozenFeature): Part[] {
  if (cells === null || frozen.cells === null) return [];
  const { edges } = frozen.cells;
  const rows = new Map(points.map(({ value, count }) => [value, count]));
  return [
    { low: -Infinity, high: edges[0]!, count: cells.below },
    ...edges.flatMap((edge, i) => [
      { low: edge, high: edge, count: (cells.equal[i] ?? 0) - (rows.get(edge) ?? 0) },
      { low: edge, high: edges[i + 1] ?? Infinity, count: cells.inside[i] ?? cells.above },
    ]),
  ];
}

function displayParts({ histogram }: ProfileNumbers, frozen: FrozenFeature): Part[] {
  if (histogram === null || frozen.histogram === null) return [];
  const { edges } = frozen.histogram;
  return [
    { low: -Infinity, high: edges[0]!, count: histogram.underflow },
    ...histogram.counts.map((count, i) => ({ low: edges[i]!, high: edges[i + 1]!, count })),
    { low: edges.at(-1)!, high: Infinity, count: histogram.overflow },
  ];
}

function binParts(_numbers: ProfileNumbers, frozen: FrozenFeature, { bins }: ProfileCounts): Part[] {
  return frozen.bins.flatMap(({ type, low, high }, i) =>
    type === "interval" ? [{ low: low ?? -Infinity, high: high ?? Infinity, count: bins?.[i] ?? 0 }] : [],
  );
}
