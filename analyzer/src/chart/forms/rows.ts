import type { ChartInputs, ChartPlace, ChartRows, ChartView } from "../chart-types.js";
import type { Layer, LayeredSpec } from "../parts/layer-spec.js";
import { mergeRows } from "../parts/merge-rows.js";
import { placeOf } from "../parts/place-of.js";
import { cursorInputs, cursorLayer } from "../zones/cursor.js";
import { boxLayer, strokeLayer, textLayers } from "../zones/ornaments.js";
import { shareBarLayers } from "../zones/share-bars.js";
import { topLevelSpec } from "./top-level-spec.js";

/** Lines with a bar each: levels, or a rail alone. */
export function rowTemplate(): LayeredSpec {
  return topLevelSpec(rowLayers(), {});
}

/** Layers of lines with bars. */
export function rowLayers(): Layer[] {
  return [cursorLayer(), boxLayer(), ...shareBarLayers(), strokeLayer("strokes"), ...textLayers("texts")];
}

/** Inputs of a chart whose places are all in px of the chart zone. */
export function rowInputs(
  data: ChartRows,
  view: ChartView,
  height: number,
  places: ChartPlace[],
): ChartInputs {
  return {
    data: mergeRows(data, cursorInputs(placeOf(view.cursor, places))),
    params: { colors: { ...view.colors }, plotLeft: 0 },
    frame: { width: view.width, height, padding: { left: 0, right: 0, top: 0, bottom: 0 } },
    places,
  };
}
