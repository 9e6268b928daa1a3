import { isWorthATail, type DrawnBin } from "./drawn-bin.js";
import type { NumericFrame } from "./numeric-frame.js";

/** A bin of what lies beyond an end of the axis, set apart from it; px of the chart zone. */
export interface DrawnTail {
  left: number;
  right: number;
  bin: DrawnBin;
}

/** The tails beside the histogram. While the axis is zoomed, only one whose end is still in view. */
export function drawnTails({ layout, underflow, overflow, domain, bins }: NumericFrame): DrawnTail[] {
  const tails: DrawnTail[] = [];
  if (isWorthATail(underflow) && domain[0] <= (bins[0]?.low ?? -Infinity))
    tails.push({ left: layout.left, right: layout.left + layout.tailWidth, bin: underflow });
  if (isWorthATail(overflow) && domain[1] >= (bins.at(-1)?.high ?? Infinity))
    tails.push({ left: layout.width - layout.tailWidth, right: layout.width, bin: overflow });
  return tails;
}
