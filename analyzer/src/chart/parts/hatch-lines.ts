import type { ChartColors, ChartRow } from "../chart-types.js";
import { strokeRow } from "./text-row.js";

const PITCH = 4;

/** Diagonal lines that fill a rectangle; Vega has no patterns. In px of the chart zone. */
export function hatchLines(
  box: { left: number; top: number; right: number; bottom: number },
  color: keyof ChartColors,
): ChartRow[] {
  const { left, top, right, bottom } = box;
  const lines: ChartRow[] = [];
  const pitch = PITCH * Math.SQRT2;
  // A line x + y = sum, cut to the rectangle.
  for (let sum = Math.ceil((left + top) / pitch) * pitch; sum < right + bottom; sum += pitch) {
    const startX = Math.max(left, sum - bottom);
    const endX = Math.min(right, sum - top);
    if (endX - startX > 0.25) lines.push(strokeRow([startX, sum - startX], [endX, sum - endX], color, 1.1));
  }
  return lines;
}
