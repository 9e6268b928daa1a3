import type { ChartRows } from "../chart-types.js";
import { atY, color, onX, type Layer } from "../parts/layer-spec.js";
import type { AxisScale } from "../parts/position-scale.js";
import type { NumericFrame } from "./numeric-frame.js";

/** A band behind the bin under the cursor, through all zones that share the axis. Data set `cursor`. */
export function cursorLayer(x: AxisScale): Layer {
  return {
    data: { name: "cursor" },
    mark: { type: "rect", clip: true, fill: color("muted"), fillOpacity: 0.18 },
    encoding: { x: onX("low", x), x2: { field: "high" }, y: atY("datum.top"), y2: atY("datum.bottom") },
  };
}

/** The bin under the cursor, from the histogram down to the axis. */
export function cursorInputs({ bins, layout, view }: NumericFrame): ChartRows {
  const bin = view.cursor === null ? undefined : bins[view.cursor];
  if (bin === undefined) return {};
  return { cursor: [{ low: bin.low, high: bin.high, top: layout.histogram.top, bottom: layout.axis }] };
}
