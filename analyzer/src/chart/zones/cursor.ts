import type { ChartPlace, ChartRows } from "../chart-types.js";
import { atX, atY, color, type Layer } from "../parts/layer-spec.js";

/** A band behind what is under the cursor. Data set `cursor`: at most one row, in px of the chart zone. */
export function cursorLayer(): Layer {
  return {
    data: { name: "cursor" },
    mark: { type: "rect", fill: color("muted"), fillOpacity: 0.18 },
    encoding: { x: atX("datum.left"), x2: atX("datum.right"), y: atY("datum.top"), y2: atY("datum.bottom") },
  };
}

/** The place under the cursor. */
export function cursorInputs(place: ChartPlace | undefined): ChartRows {
  return { cursor: place === undefined || place.right <= place.left ? [] : [{ ...place }] };
}
