import { levelThreshold } from "../drift/index.js";

/** Below so many rows with a value, different values are no wonder. */
const LEAST_ROWS = 100;
/** Different values among the rows with a value. */
const LEAST_SHARE = 0.9;

/** What is known of a column's levels. */
interface LevelCounts {
  rows: number;
  /** Rows with a value. */
  count: number;
  distinct: number | null;
  /** Rows of the most frequent level. */
  most: number;
}

/** As {@link FeatureStatistics.identifierLike}; null where the number of different values is not known. */
export function identifierLikeOf({ rows, count, distinct, most }: LevelCounts): boolean | null {
  if (distinct === null) return null;
  return count >= LEAST_ROWS && distinct >= LEAST_SHARE * count && most < levelThreshold(rows);
}
