import type { Density, FrozenHistogram, ProfileNumbers } from "../../artifact/index.js";
import { integersIn, sketchRange } from "../ranks/quantile-sketch.js";
import { DensityGrid } from "../shape/density-grid.js";
import { momentFigures } from "./merge-moments.js";

/** Places over which the rows of a bucket are spread. */
const PLACES = 8;

/**
 * The density of values that were added up: as of the rows, each bucket of the sketch taken as uniform: within
 * 1e-3 of the peak where a bucket is no wider than the bandwidth. Null where no curve is drawn.
 * @param rows all rows of the side
 */
export function mergedDensity(
  rows: number,
  { rest, sketch, integer }: ProfileNumbers,
  histogram: FrozenHistogram,
): Density | null {
  if (rest === null || sketch === null) return null;
  const { min, max } = rest;
  const count = sketch.counts.reduce((sum, bucket) => sum + bucket, 0);
  const grid = DensityGrid.for(histogram, {
    summary: { count, min, max },
    moments: { std: momentFigures(rest.moments).std },
    distinct: integer ? max - min + 1 : null,
  });
  if (grid === null) return null;
  for (const [i, bucket] of sketch.counts.entries()) {
    if (bucket === 0) continue;
    const ends = integer ? integersIn(sketch, sketch.first + i) : sketchRange(sketch, sketch.first + i);
    const places = placesIn(Math.max(ends[0], min), Math.min(ends[1], max), integer);
    grid.add(places, new Float64Array(places.length).fill(bucket / places.length));
  }
  return grid.density(rows);
}

/** Places at even distances: each whole number of a narrow bucket of them, else the middles of equal parts. */
function placesIn(low: number, high: number, integer: boolean): Float64Array {
  if (integer && high - low < PLACES) return Float64Array.from({ length: high - low + 1 }, (_, i) => low + i);
  return Float64Array.from({ length: PLACES }, (_, i) => low + ((high - low) * (i + 0.5)) / PLACES);
}
