import type { Density, FrozenHistogram, ProfileNumbers } from "../artifact/index.js";
import { DensityGrid } from "./density-grid.js";
import { momentFigures } from "./merge-moments.js";
import { sketchRange } from "./quantile-sketch.js";

/** Places over which the rows of a bucket are spread. */
const PLACES = 8;

/**
 * The density of values that were added up: as of the rows, each bucket of the sketch taken as uniform. Null where no curve is drawn.
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
  for (const [i, bucket] of sketch.counts.entries()) {
    if (bucket === 0) continue;
    const [low, high] = sketchRange(sketch, sketch.first + i);
    const from = Math.max(low, min);
    const width = Math.min(high, max) - from;
    const places = Float64Array.from(
      { length: PLACES },
      (_, place) => from + (width * (place + 0.5)) / PLACES,
    );
    grid?.add(places, new Float64Array(PLACES).fill(bucket / PLACES));
  }
  return grid?.density(rows) ?? null;
}
