/** A lane's place, in px from the top of the drawing. */
export interface Lane {
  top: number;
  bottom: number;
}

/** Which lanes a trend has, besides index, missing share and rows. */
export interface LaneChoice {
  median: boolean;
  unseen: boolean;
}

/** Where everything of a trend is drawn, in px. */
export interface TrendLayout {
  isNarrow: boolean;
  width: number;
  height: number;
  /** Both ends of the time axis. */
  left: number;
  right: number;
  index: Lane;
  median: Lane | null;
  missing: Lane;
  unseen: Lane | null;
  rows: Lane;
}

/** An element's width below which its trend is narrow; the frame's styles say the same. */
export const NARROW_BELOW = 560;

const AXIS = 22;
/** Heights, the air between lanes, and the margins for labels. */
const WIDE = { top: 22, index: 160, median: 64, share: 40, rows: 20, gap: 18, left: 96, right: 122 };
const NARROW = { top: 14, index: 120, median: 56, share: 32, rows: 20, gap: 14, left: 52, right: 42 };

/** Stacks the lanes of a trend. */
export function trendLayout(width: number, isNarrow: boolean, choice: LaneChoice): TrendLayout {
  const size = isNarrow ? NARROW : WIDE;
  let next = size.top;
  const lane = (height: number): Lane => {
    const top = next;
    next = top + height + size.gap;
    return { top, bottom: top + height };
  };
  const lanes = {
    index: lane(size.index),
    median: choice.median ? lane(size.median) : null,
    unseen: choice.unseen ? lane(size.share) : null,
    missing: lane(size.share),
    rows: lane(size.rows),
  };
  return {
    ...lanes,
    isNarrow,
    width,
    height: lanes.rows.bottom + AXIS,
    left: size.left,
    right: Math.max(size.left + 40, width - size.right),
  };
}
