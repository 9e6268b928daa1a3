import type { ProfileCounts, ProfileLevels, ProfileNumbers } from "../artifact/index.js";
import { estimateDistinct, readRegisters, registerError } from "./distinct-registers.js";

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
  if (levels !== null) return distinctLevels(levels);
  if (numbers !== null) return distinctNumbers(numbers);
  return rows === missing + counts.positiveInfinity + counts.negativeInfinity ? exactly(0) : null;
}

function distinctLevels({ complete, counts, registers }: ProfileLevels): DistinctCount | null {
  const known = counts.filter(({ count }) => count > 0).length;
  return complete ? exactly(known) : estimate(registers, known);
}

/** Values on an edge of a cell are told apart; one value has no others. */
function distinctNumbers({ min, max, cells, distinct }: ProfileNumbers): DistinctCount | null {
  if (min === max) return exactly(1);
  if (distinct !== null && distinct.values !== null) return exactly(distinct.values.length);
  const onEdges =
    cells !== null && cells.below + cells.above === 0 && cells.inside.every((count) => count === 0);
  if (onEdges) return exactly(cells.equal.filter((count) => count > 0).length);
  return estimate(distinct?.registers ?? null, 2);
}

function exactly(distinct: number): DistinctCount {
  return { distinct, distinctError: 0 };
}

/** @param least values that are known to be there */
function estimate(registers: string | null, least: number): DistinctCount | null {
  if (registers === null) return null;
  const distinct = Math.max(least, estimateDistinct(readRegisters(registers)));
  return { distinct, distinctError: registerError(registers.length) * distinct };
}
