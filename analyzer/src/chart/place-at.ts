import type { ChartPlace } from "./chart-types.js";

/** The place that holds a point, by index; null where none does. In px of the chart zone. */
export function placeAt(places: readonly ChartPlace[], x: number, y: number): number | null {
  const found = places.findIndex(
    ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom,
  );
  return found === -1 ? null : found;
}
