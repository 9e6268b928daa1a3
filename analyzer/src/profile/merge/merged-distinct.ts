import type { ProfileCounts, ProfileLevels, ProfileNumbers } from "../../artifact/index.js";
import { estimateDistinct, readRegisters, registerError } from "../distinct/distinct-registers.js";

/** How many different values there are, and the standard error of that: 0 where it is exact. */
export interface DistinctCount {
  distinct: number;
  distinctError: number;
}

/** Of counts that were added up; null where it cannot be told, as of profiles of an older writer. */
export function mergedDistinct({
  numbers,
  levels,
  rows,
  missing,
  ...counts
}: ProfileCounts): DistinctCount | null {
  const values = rows - missing - counts.positiveInfinity - counts.negativeInfinity;
  if (levels !== null) return distinctLevels(levels, values);
  if (numbers !== null) return distinctNumbers(numbers, values);
  return values === 0 ? exactly(0) : null;
}

function distinctLevels(
  { complete, counts, registers }: ProfileLevels,
  values: number,
): DistinctCount | null {
  const known = counts.filter(({ count }) => count > 0).length;
  return complete ? exactly(known) : estimate(registers, known, values);
}

/** Values on an edge of a cell are told apart; one value has no others. */
function distinctNumbers(
  { min, max, cells, distinct }: ProfileNumbers,
  values: number,
): DistinctCount | null {
  if (min === max) return exactly(1);
  if (distinct !== null && distinct.values !== null) return exactly(distinct.values.length);
  const onEdges =
    cells !== null && cells.below + cells.above === 0 && cells.inside.every((count) => count === 0);
  if (onEdges) return exactly(cells.equal.filter((count) => count > 0).length);
  return estimate(distinct?.registers ?? null, 2, values);
}

function exactly(distinct: number): DistinctCount {
  return { distinct, distinctError: 0 };
}

/** @param least values that are known to be there @param most all values, should each be another */
function estimate(registers: string | null, least: number, most: number): DistinctCount | null {
  if (registers === null) return null;
  const distinct = Math.max(least, Math.min(most, estimateDistinct(readRegisters(registers))));
  return { distinct, distinctError: registerError(registers.length) * distinct };
}
