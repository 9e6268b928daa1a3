import type { RunSide } from "../run-side.js";

/** A corner of a cumulative curve. */
export interface CumulativePoint {
  value: number;
  /** Share of the finite rows with at most this value, 0 to 1. */
  share: number;
}

/**
 * The cumulative distribution of a run's finite rows, known exactly at the display edges and straight between them: it begins
 * at the rows below the first edge, jumps at points, and ends below 1 by those above the last.
 * @returns corners in ascending order, a jump as two of one value; empty without a histogram or rows
 */
export function cumulativeShares({ histogram, points }: RunSide): CumulativePoint[] {
  if (histogram === null) return [];
  const { edges, counts, underflow, overflow } = histogram;
  const finite = sum(counts) + underflow + overflow + sum(points.map(({ count }) => count));
  if (finite === 0) return [];
  let below = underflow;
  const smooth = edges.map((value, i) => ({ value, rows: (below += i === 0 ? 0 : counts[i - 1]!) }));
  const [low, high] = [edges[0]!, edges.at(-1)!];
  const jumps = points.toSorted((a, b) => a.value - b.value);
  const inside = jumps.filter(({ value }) => value >= low && value <= high);
  let jumped = sum(jumps.filter(({ value }) => value < low).map(({ count }) => count));
  const corners: CumulativePoint[] = [];
  const add = (value: number, rows: number): void =>
    void corners.push({ value, share: (rows + jumped) / finite });
  let next = 0;
  for (const [i, corner] of smooth.entries()) {
    for (; next < inside.length && inside[next]!.value <= corner.value; next++) {
      const { value, count } = inside[next]!;
      const rows = between(smooth[Math.max(0, i - 1)]!, corner, value);
      add(value, rows);
      jumped += count;
      add(value, rows);
    }
    add(corner.value, corner.rows);
  }
  return corners;
}

/** The value up to which a share of the finite rows lies; null where the curve does not reach it. */
export function valueAt(corners: readonly CumulativePoint[], share: number): number | null {
  const after = corners.findIndex((corner) => corner.share >= share);
  if (after < 0) return null;
  const [a, b] = [corners[Math.max(0, after - 1)]!, corners[after]!];
  return b.share === a.share
    ? b.value
    : a.value + ((share - a.share) / (b.share - a.share)) * (b.value - a.value);
}

function between(
  a: { value: number; rows: number },
  b: { value: number; rows: number },
  value: number,
): number {
  return a.value === b.value
    ? b.rows
    : a.rows + ((value - a.value) / (b.value - a.value)) * (b.rows - a.rows);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
