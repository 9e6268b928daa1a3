import type { ChartRow } from "../chart-types.js";
import { atX, atY, color, computed, type Layer } from "../parts/layer-spec.js";
import { strokeRow } from "../parts/text-row.js";

/**
 * Bars of shares with the reference as a tick on them. Data sets `bars` and `ticks`, in px of the chart zone; rows by
 * {@link shareBar}.
 */
export function shareBarLayers(): Layer[] {
  return [
    barLayer("datum.right", { fill: color("[datum.track]") }),
    barLayer("datum.end", {
      fill: color("currentFill"),
      stroke: computed("datum.end > datum.left ? colors.current : null"),
      strokeWidth: 1,
    }),
    tickLayer(2, { fill: computed("datum.haloed ? colors.background : 'transparent'") }),
    tickLayer(1, { fill: color("referenceOnFill") }),
  ];
}

function barLayer(right: string, mark: object): Layer {
  return {
    data: { name: "bars" },
    mark: { type: "rect", cornerRadius: 1, ...mark },
    encoding: { x: atX("datum.left"), x2: atX(right), y: atY("datum.top"), y2: atY("datum.bottom") },
  };
}

function tickLayer(half: number, mark: object): Layer {
  return {
    data: { name: "ticks" },
    mark: { type: "rect", ...mark },
    encoding: {
      x: atX(`datum.x - ${half}`),
      x2: atX(`datum.x + ${half}`),
      y: atY("datum.top - 3"),
      y2: atY("datum.bottom + 3"),
    },
  };
}

/** Where a bar is, in px of the chart zone, and which share its right end stands for. */
export interface BarPlace {
  left: number;
  right: number;
  top: number;
  bottom: number;
  most: number;
  track: "faint" | "soft";
}

/** A share is drawn at least so wide, to be seen at all. */
const LEAST_WIDTH = 1.5;

/**
 * A bar and its tick; a share beyond the scale is cut at its end, with a break.
 * @param reference null for none
 */
export function shareBar(
  { left, right, top, bottom, most, track }: BarPlace,
  share: number,
  reference: number | null,
): { bars: ChartRow[]; ticks: ChartRow[]; strokes: ChartRow[]; end: number } {
  const x = (value: number): number => left + Math.min(1, value / most) * (right - left);
  const end = share > 0 ? Math.max(left + LEAST_WIDTH, x(share)) : left;
  const bars = [{ top, bottom, left, right, end, track }];
  const cut = strokeRow([right - 16, bottom + 1], [right - 11, top - 1], "background", 4);
  const strokes = share > most ? [cut] : [];
  if (reference === null || reference > most) return { bars, ticks: [], strokes, end };
  // On a bar too short for it the halo would wipe out the bar.
  return { bars, ticks: [{ x: x(reference), top, bottom, haloed: x(reference) - left > 4 }], strokes, end };
}
