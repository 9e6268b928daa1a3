import type { FrozenCells } from "../../artifact/index.js";

/**
 * The widest stretch without a value from a place on, that around the place included: of the reference's values as their cells
 * tell, so never less than it is, and in crowded places more by about the width of a cell.
 * @param from where there are no values below it, the first stretch begins here
 * @returns in the feature's units
 */
export function widestGap({ edges, equal, inside }: FrozenCells, from: number): number {
  let widest = 0;
  /** Where the last value so far lies at the least. */
  let last = from;
  const meet = (least: number, greatest: number): void => {
    if (greatest > from) widest = Math.max(widest, greatest - last);
    last = least;
  };
  for (const [i, edge] of edges.entries()) {
    if ((equal[i] ?? 0) > 0) meet(edge, edge);
    if ((inside[i] ?? 0) > 0) meet(edge, edges[i + 1] ?? edge);
  }
  return widest;
}
