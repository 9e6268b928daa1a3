import type { ChartRow, ChartRows } from "../chart-types.js";
import { strokeRow, textRow } from "./text-row.js";
import { textWidth } from "./text-width.js";

const GAP = 8;

/** A tick of an axis at the bottom. */
export interface AxisTick {
  /** px of the chart zone. */
  x: number;
  /** Null for a tick without a label. */
  label: string | null;
}

/**
 * Ticks below a line and their labels, kept within the chart zone. A label that would touch its neighbour to the right is left
 * out; so the last one, which carries scale and unit, stays.
 * @param ticks ascending
 */
export function axisRows(
  ticks: readonly AxisTick[],
  { top, width }: { top: number; width: number },
): ChartRows {
  const strokes = ticks.map(({ x, label }) =>
    strokeRow([x, top], [x, top + (label === null ? 3 : 5)], "limit"),
  );
  const texts: ChartRow[] = [];
  let free = Infinity;
  for (const { x, label } of ticks.toReversed()) {
    if (label === null) continue;
    const half = textWidth(label, 11) / 2;
    const center = Math.min(width - half, Math.max(half, x));
    if (center + half > free) continue;
    texts.unshift(textRow(center, top + 17, label, { align: "center" }));
    free = center - half - GAP;
  }
  return { strokes, texts };
}

/** A figure with its unit; Chinese and per cent signs follow without a space. */
export function withUnit(figure: string, unit: string | null): string {
  if (unit === null) return figure;
  const isClose = /[\u2e80-\uffff]$/.test(figure) || /^[\u2e80-\uffff%]/.test(unit);
  return isClose ? figure + unit : `${figure}\u00a0${unit}`;
}
