import type { CountPair } from "../../artifact/index.js";
import { pointwiseBand } from "../../drift/index.js";

/** A display bin, or what lies beyond the edges, as shares of all rows of each side. */
export interface DrawnBin {
  low: number;
  high: number;
  current: number;
  /** Null without a reference. */
  reference: number | null;
  /** Current minus reference; null without a reference or current rows. */
  difference: number | null;
  /** Half width of the band in which noise keeps the difference; null likewise. */
  noise: number | null;
}

/** A tail below this share on both sides, which would read 0.0 %, is left to the table. */
const LEAST_TAIL = 0.0005;

/** Whether what lies beyond an end of the axis is worth a bin of its own. */
export function isWorthATail({ current, reference }: DrawnBin): boolean {
  return Math.max(current, reference ?? 0) >= LEAST_TAIL;
}

/**
 * Shares of a bin's rows.
 * @param range low and high edge
 * @param counts current and reference rows of the bin
 * @param rows all rows of both sides
 */
export function drawnBin(
  [low, high]: readonly [number, number],
  [current, reference]: readonly [number, number | null],
  rows: CountPair,
): DrawnBin {
  const currentShare = rows.current > 0 ? current / rows.current : 0;
  if (reference === null || rows.reference === null || rows.reference === 0)
    return { low, high, current: currentShare, reference: null, difference: null, noise: null };
  const referenceShare = reference / rows.reference;
  const compared = rows.current > 0;
  return {
    low,
    high,
    current: currentShare,
    reference: referenceShare,
    difference: compared ? currentShare - referenceShare : null,
    noise: compared ? pointwiseBand(reference, current, rows.reference, rows.current) : null,
  };
}
