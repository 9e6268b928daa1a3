import type { ChartInputs } from "./chart-types.js";

/** The place that holds a point, as a cursor's; null where none does. In px of the chart zone. */
export function placeAt(
  { places, beyond }: Pick<ChartInputs, "places" | "beyond">,
  x: number,
  y: number,
): number | null {
  const all = [beyond?.below ?? null, ...places, beyond?.above ?? null];
  const found = all.findIndex(
    (place) => place !== null && x >= place.left && x < place.right && y >= place.top && y < place.bottom,
  );
  return found === -1 ? null : found - 1;
}
