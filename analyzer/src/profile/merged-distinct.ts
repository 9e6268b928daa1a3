import type { ProfileCounts, ProfileNumbers } from "../artifact/index.js";

/** Number of different values of counts that were added up; null where it cannot be told. See {@link ProfileCounts.distinct}. */
export function mergedDistinct({ numbers, levels, rows, missing, ...counts }: ProfileCounts): number | null {
  if (levels !== null) return levels.complete ? levels.counts.length : null;
  if (numbers !== null) return distinctNumbers(numbers);
  return rows === missing + counts.positiveInfinity + counts.negativeInfinity ? 0 : null;
}

/** Values on an edge of a cell are told apart; one value has no others. */
function distinctNumbers({ min, max, cells }: ProfileNumbers): number | null {
  if (min === max) return 1;
  if (cells === null || cells.below + cells.above > 0 || cells.inside.some((count) => count > 0)) return null;
  return cells.equal.filter((count) => count > 0).length;
}
