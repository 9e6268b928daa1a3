import type { ChartColors, ChartRow } from "../chart-types.js";

/** How a text is set. */
export interface TextStyle {
  color?: keyof ChartColors;
  align?: "left" | "center" | "right";
  /** Font size in px; 11 by default. */
  size?: number;
  weight?: 400 | 500 | 600;
}

/** A row of the data sets `texts` and `labels`: a text at a place in px of the chart zone; y is its baseline. */
export function textRow(x: number, y: number, text: string, style: TextStyle = {}): ChartRow {
  const { color = "muted", align = "left", size = 11, weight = 400 } = style;
  return { x, y, text, color, align, size, weight };
}

/** A row of the data sets `grid` and `strokes`: a straight line in px of the chart zone. */
export function strokeRow(
  from: readonly [number, number],
  to: readonly [number, number],
  color: keyof ChartColors,
  width = 1,
): ChartRow {
  return { x: from[0], y: from[1], x2: to[0], y2: to[1], color, width };
}

/** A row of the data set `boxes`: a rectangle in px of the chart zone. */
export function boxRow(
  box: { left: number; top: number; right: number; bottom: number },
  fill: keyof ChartColors,
  {
    opacity = 1,
    stroke = null,
    corner = 0,
  }: { opacity?: number; stroke?: keyof ChartColors | null; corner?: number } = {},
): ChartRow {
  return { ...box, fill, opacity, stroke, corner };
}
