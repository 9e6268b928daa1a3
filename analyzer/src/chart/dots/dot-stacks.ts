import { formatCount } from "../../drift/index.js";
import type { ChartRow, ChartRows } from "../chart-types.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import type { DotColumn } from "./dot-columns.js";

const RADIUS = 4;
const PITCH = 10.5;
/** Of the lowest dots above the baseline. */
const LIFT = 7;

/** Where columns of dots stand, in px of the chart zone; all are equally wide. */
export interface DotField {
  left: number;
  width: number;
  top: number;
  bottom: number;
}

/** How dots are packed: in how many stacks side by side, how far from each other. */
interface Packing {
  stacks: number;
  pitch: number;
}

/** The largest dots with which the fullest column stays below the top. */
function packingOf(columns: readonly DotColumn[], { width, top, bottom }: DotField): Packing {
  const most = Math.max(1, ...columns.map(({ count }) => count));
  for (let pitch = PITCH; ; pitch *= 0.9) {
    const across = Math.max(1, Math.floor((width - 8) / pitch));
    const high = Math.max(1, Math.floor((bottom - top - LIFT) / pitch));
    const stacks = Math.ceil(most / high);
    if (stacks <= across) return { stacks, pitch };
  }
}

/** A dot a row, the count above each column, and a line for what the reference leads to expect. */
export function dotStacks(columns: readonly DotColumn[], field: DotField, language: string): ChartRows {
  const { left, width, bottom } = field;
  const { stacks, pitch } = packingOf(columns, field);
  const size = ((2 * RADIUS * pitch) / PITCH) ** 2;
  const dots: ChartRow[] = [];
  const texts: ChartRow[] = [];
  const strokes: ChartRow[] = [];
  columns.forEach(({ count, expected }, i) => {
    const center = left + (i + 0.5) * width;
    for (let k = 0; k < count; k++) {
      const x = center + ((k % stacks) - (stacks - 1) / 2) * pitch;
      dots.push({ x, y: bottom - LIFT - Math.floor(k / stacks) * pitch, size });
    }
    const line = expected === null ? null : bottom - 2 - (expected / stacks) * pitch;
    if (line !== null) {
      const half = width / 2 - 3;
      strokes.push(strokeRow([center - half, line], [center + half, line], "referenceOnFill", 1.35));
    }
    if (count === 0) return;
    const above = bottom - LIFT + 1 - Math.ceil(count / stacks) * pitch;
    // A line through a number makes it unreadable.
    const baseline = line !== null && line < above + 2 && line > above - 12 ? line - 4 : above;
    const style = { align: "center", size: 12, color: "ink", weight: 500 } as const;
    texts.push(textRow(center, baseline, formatCount(count, language), style));
  });
  return { dots, texts, strokes };
}
