import type { ChartDocuments } from "../chart-types.js";

/** Columns of a chart of dots where there are no frozen bins. */
const COLUMNS = 10;

/** A column of a chart of dots: a range of values with its current rows. */
export interface DotColumn {
  /** Inclusive; −Infinity for an open end. */
  low: number;
  /** Exclusive; Infinity for an open end. */
  high: number;
  count: number;
  /** Rows that the reference's share of the range would give; null without a reference. */
  expected: number | null;
}

/** The frozen ranges with their rows; without a reference the display bins, several together. */
export function dotColumns({ statistics, distribution }: ChartDocuments): DotColumn[] {
  const frozen = statistics.drift?.bins.filter(({ type }) => type === "interval");
  const referenceRows = statistics.reference?.rows ?? 0;
  if (frozen !== undefined && frozen.length > 0)
    return frozen.map(({ low, high, current, reference }) => ({
      low: low ?? -Infinity,
      high: high ?? Infinity,
      count: current,
      expected: referenceRows > 0 ? (reference / referenceRows) * statistics.rows : null,
    }));
  if (distribution.histogram === null) return [];
  const { edges, current } = distribution.histogram;
  const bins = current.counts.length;
  const size = Math.ceil(bins / COLUMNS);
  const columns: DotColumn[] = [];
  for (let first = 0; first < bins; first += size) {
    const last = Math.min(bins, first + size);
    columns.push({
      low: first === 0 ? -Infinity : (edges[first] ?? 0),
      high: last === bins ? Infinity : (edges[last] ?? 0),
      count:
        current.counts.slice(first, last).reduce((sum, count) => sum + count, 0) +
        (first === 0 ? current.underflow : 0) +
        (last === bins ? current.overflow : 0),
      expected: null,
    });
  }
  return columns;
}
