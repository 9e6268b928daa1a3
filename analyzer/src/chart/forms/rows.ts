import type { ChartInputs, ChartRows, ChartView } from "../chart-types.js";
import { atX, atY, color, type Layer, type LayeredSpec } from "../parts/layer-spec.js";
import { boxLayer, strokeLayer, textLayers } from "../zones/ornaments.js";
import { shareBarLayers } from "../zones/rail.js";
import { topLevelSpec } from "./top-level-spec.js";

/** Lines with a bar each: levels, or a rail alone. */
export function rowTemplate(): LayeredSpec {
  return topLevelSpec(rowLayers(), {});
}

/** Layers of lines with bars. */
export function rowLayers(): Layer[] {
  const cursor: Layer = {
    data: { name: "cursor" },
    mark: { type: "rect", fill: color("muted"), fillOpacity: 0.18 },
    encoding: { x: atX("datum.left"), x2: atX("datum.right"), y: atY("datum.top"), y2: atY("datum.bottom") },
  };
  return [cursor, boxLayer(), ...shareBarLayers(), strokeLayer("strokes"), ...textLayers("texts")];
}

/** Inputs of a chart whose places are all in px of the chart zone. */
export function rowInputs(data: ChartRows, view: ChartView, height: number): ChartInputs {
  return {
    data,
    params: { colors: { ...view.colors }, plotLeft: 0 },
    frame: { width: view.width, height, padding: { left: 0, right: 0, top: 0, bottom: 0 } },
  };
}
