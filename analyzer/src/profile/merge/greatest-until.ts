import type { ProfileSketch } from "../../artifact/index.js";
import { sketchRange } from "../ranks/quantile-sketch.js";

/**
 * The greatest value up to another, or the end of its bucket, which may be greater, but not than the other.
 * @returns null where all are above
 */
export function greatestUntil(sketch: ProfileSketch, value: number): number | null {
  const last = sketch.counts.findLastIndex(
    (count, i) => count > 0 && sketchRange(sketch, sketch.first + i)[0] <= value,
  );
  return last < 0 ? null : Math.min(value, sketchRange(sketch, sketch.first + last)[1]);
}
