import type {
  FeatureStatistics,
  FrozenBin,
  FrozenCells,
  FrozenHistogram,
  Kind,
  ProfileDistinct,
  ProfileMoments,
  ProfileRest,
  ProfileSketch,
  Status,
} from "../artifact/index.js";
import type { FeatureCounts } from "../drift/index.js";

/** A value or level with the rows that have it. */
export interface ValueCount<T> {
  value: T;
  count: number;
}

/** What a feature's own rows would freeze as a reference. */
export interface OwnBins {
  /** As {@link FrozenFeature.bins}. */
  bins: FrozenBin[];
  /** As {@link FrozenFeature.cells}. */
  cells: FrozenCells | null;
}

/** What makes figures of finite values mergeable, as {@link ProfileNumbers} has it. */
export interface AdditiveNumbers {
  moments: ProfileMoments | null;
  /** Finite rows below each frozen point, in their order. */
  belowPoints: number[];
  /** Null without a frozen feature, and where all values are points. */
  rest: ProfileRest | null;
  /** Null without a frozen feature. */
  sketch: ProfileSketch | null;
  /** Null where it is not known. */
  distinct: ProfileDistinct | null;
}

/** What one feature's rows were counted into: all that statistics, distribution, drift and a frozen reference are made of. */
export interface FeatureProfile {
  name: string;
  kind: Kind;
  status: Status;
  /** Why, under status `failed`, `not-found` and `type-changed`; null otherwise. One sentence for a person. */
  reason: string | null;
  /** True where all finite values are whole numbers; null unless numeric. */
  integer: boolean | null;
  statistics: FeatureStatistics;
  /** In the frozen feature's bins and cells; null without one, and where the two cannot be compared. */
  counts: FeatureCounts | null;
  /** On the frozen feature's display edges, or its own; null for kinds without order and where there is no finite value. */
  histogram: FrozenHistogram | null;
  /** The frozen feature's points with this side's rows, or its own, descending by count; empty for other kinds than numeric. */
  points: ValueCount<number>[];
  /** Levels with their rows, most frequent first, then by code point, to {@link LEVEL_CAP}; null for kinds without levels. */
  levels: ValueCount<string>[] | null;
  /** Levels that exactly one row has; null for kinds without levels. */
  levelsSeenOnce: number | null;
  /** Registers of all levels, see {@link ProfileDistinct}; null for kinds without levels, and where they are not known. */
  levelRegisters: Uint8Array | null;
  /** Null where a frozen feature was given, and where there is nothing to freeze. */
  own: OwnBins | null;
  /** Null for kinds without order, and where there is no finite value. */
  additive: AdditiveNumbers | null;
}

/** Levels kept at most; counts of all others are still exact in sum. */
export const LEVEL_CAP = 65_536;
