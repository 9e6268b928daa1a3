import type { CellCounts, FrozenCells, ProfileCells } from "../../artifact/index.js";
import { powerOfTwoBelow } from "../ranks/quantile-sketch.js";

const UNITS_PER_CELL = 2 ** -8;

/** The unit of each cell's sum, see {@link ProfileCells}; null where a cell is too wide for a double. */
function unitsOf(edges: readonly number[]): (number | null)[] {
  return edges.slice(1).map((high, i) => {
    const width = high - edges[i]!;
    return Number.isFinite(width)
      ? Math.max(Number.MIN_VALUE, powerOfTwoBelow(width) * UNITS_PER_CELL)
      : null;
  });
}

/** Cell counts with sums in whole units, so that they add up exactly. */
export function toUnits(
  { below, above, equal, inside, sums }: CellCounts,
  { edges }: FrozenCells,
): ProfileCells {
  const units = unitsOf(edges);
  const whole = sums.map((sum, i) => Math.round(sum / (units[i] ?? Infinity)));
  return { below, above, equal, inside, sums: whole };
}

/** The opposite of {@link toUnits}. */
export function fromUnits(
  { below, above, equal, inside, sums }: ProfileCells,
  { edges }: FrozenCells,
): CellCounts {
  const units = unitsOf(edges);
  return { below, above, equal, inside, sums: sums.map((sum, i) => sum * (units[i] ?? 0)) };
}
