import { positionScale } from "../parts/position-scale.js";
import { roomFor } from "../parts/room-for.js";
import { visibleBins, type NumericFrame } from "./numeric-frame.js";
import type { DrawnTail } from "./tails.js";

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
  const most = roomFor(inBins, inTails);
  const logY = view.logY === true;
  const least = Math.min(most, ...[...inBins, ...inTails].filter((share) => share > 0));
  const low = logY ? least / 2 : 0;
  const high = logY ? most * 1.8 : most * 1.1;
  const { top, bottom } = layout.histogram;
  const scale = positionScale(logY ? "log" : "linear", [low, high], [bottom, top]);
  return { low, high, y: (share) => scale(Math.max(low, Math.min(high, share))) };
}
