import {
  type FeatureList,
  type FeatureRow,
  type RecentRun,
  recentRunsOf,
} from "@featurescope/analyzer/artifact";
import { type ImportanceScale, importanceScale } from "@featurescope/analyzer/drift";

/** What a list's bars of importance are drawn against. */
export interface WeightScale extends ImportanceScale {
  /** Of all weights that are known. */
  sum: number;
}

/** What a board's columns are laid out by. */
export type LaidOutList = Pick<FeatureList, "features" | "thresholds" | "recent">;

/** What all rows of a board have in common, so that they can be compared down a column. */
export interface BoardLayout {
  /** Index at the right end of the shared scale. */
  highest: number;
  /** Null where no feature's importance is known. */
  importance: WeightScale | null;
  miniature: { width: number; height: number };
  /** Null where no earlier runs are known. */
  sparkline: { width: number; height: number; slots: number; highest: number } | null;
  /** Runs of a row's sparkline. */
  runsOf: (row: FeatureRow) => RecentRun[];
}

const NARROW = 560;
/** What a card leaves beside its two pictures: padding, glyph and gaps. */
const CARD_REST = 28 + 2 + 26 + 14;

/** @param width of the board in px */
export function layoutOf(list: LaidOutList, width: number): BoardLayout {
  const { shifted } = list.thresholds;
  const slots = Math.max(0, ...list.features.map((row) => row.recent.runs.length));
  const half = Math.max(80, Math.floor((width - CARD_REST) / 2));
  const isNarrow = width < NARROW;
  return {
    highest: 2 * shifted,
    importance: weightScale(list),
    miniature: isNarrow ? { width: half, height: 22 } : { width: 120, height: 28 },
    sparkline:
      slots === 0
        ? null
        : {
            ...(isNarrow ? { width: half, height: 22 } : { width: 130, height: 28 }),
            slots,
            highest: 1.7 * shifted,
          },
    runsOf: (row) => recentRunsOf(list.recent, row.recent),
  };
}

function weightScale({ features }: LaidOutList): WeightScale | null {
  const scale = importanceScale(features);
  const sum = features.reduce((total, { importance }) => total + (importance ?? 0), 0);
  return scale.greatest === 0 ? null : { ...scale, sum };
}
