import { lightColors } from "../chart-colors.js";
import type { ChartParam } from "../chart-types.js";
import type { Layer, LayeredSpec } from "../parts/layer-spec.js";

const FONT = "Inter, 'Noto Sans SC', system-ui, sans-serif";

/**
 * A template around its layers. All zones lie in one view over one x scale; each places itself in px of the chart zone, so
 * sizes are exact: nothing depends on the width of a text.
 * @param params with the values they have before any input
 */
export function topLevelSpec(layer: Layer[], params: Record<string, ChartParam>): LayeredSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    autosize: "none",
    width: 1,
    height: 1,
    padding: 0,
    background: { expr: "colors.background" },
    params: Object.entries({ colors: { ...lightColors }, plotLeft: 0, ...params }).map(([name, value]) => ({
      name,
      value,
    })),
    resolve: { scale: { y: "independent" } },
    layer,
    config: { font: FONT, aria: false, mark: { invalid: null }, view: { stroke: null } },
  };
}
