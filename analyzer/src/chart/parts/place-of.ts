import type { Beyond } from "../chart-types.js";

/** The place that a cursor stands on: one of `places` by its index, −1 for what lies below them, their count for what lies above. */
export function placeOf<Place>(
  cursor: number | null,
  places: readonly Place[],
  beyond?: Beyond<Place>,
): Place | undefined {
  if (cursor === null) return undefined;
  if (cursor === -1) return beyond?.below ?? undefined;
  return cursor === places.length ? (beyond?.above ?? undefined) : places[cursor];
}
