import type { ProfileSketch } from "../../artifact/index.js";
import { sketchRange } from "../ranks/quantile-sketch.js";

/** Rows that are surely above a value: those of the buckets that lie above it as a whole. */
export function rowsAfter(sketch: ProfileSketch, value: number): number {
  return sketch.counts.reduce(
    (rows, count, i) => (sketchRange(sketch, sketch.first + i)[0] > value ? rows + count : rows),
    0,
  );
}
