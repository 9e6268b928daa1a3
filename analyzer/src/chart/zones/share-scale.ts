import { positionScale } from "../parts/position-scale.js";
import { visibleBins, type NumericFrame } from "./numeric-frame.js";
import type { DrawnTail } from "./tails.js";

/** A tail may be so many times as high as the highest bin; beyond, it is cut, and its share is in the caption. */
const HIGHEST_TAIL = 2;

/** The share axis of a histogram. */
export interface ShareScale {
  low: number;
  high: number;
  /** From a share to px of the chart zone, kept on the axis. */
  y: (share: number) => number;
}

/** The share axis: from 0 (or, logarithmic, below the least share) to above the highest bar in view. */
export function shareScale(frame: NumericFrame, tails: readonly DrawnTail[]): ShareScale {
  const { layout, view } = frame;
  const inBins = visibleBins(frame).flatMap(({ current, reference }) => [current, reference ?? 0]);
  const inTails = tails.flatMap(({ bin }) => [bin.current, bin.reference ?? 0]);
  const highest = Math.max(0, ...inBins);
  const most =
    highest === 0
      ? Math.max(1e-9, ...inTails)
      : Math.max(highest, Math.min(HIGHEST_TAIL * highest, Math.max(0, ...inTails)));
  const logY = view.logY === true;
  const least = Math.min(most, ...[...inBins, ...inTails].filter((share) => share > 0));
  const low = logY ? least / 2 : 0;
  const high = logY ? most * 1.8 : most * 1.1;
  const { top, bottom } = layout.histogram;
  const scale = positionScale(logY ? "log" : "linear", [low, high], [bottom, top]);
  return { low, high, y: (share) => scale(Math.max(low, Math.min(high, share))) };
}
