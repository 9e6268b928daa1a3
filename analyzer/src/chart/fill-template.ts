import type { TopLevelSpec } from "vega-lite";
import type { ChartInputs } from "./chart-types.js";
import type { LayeredSpec } from "./parts/layer-spec.js";

/** A template with its data inline: `chart.vl.json`, which opens in any Vega-Lite viewer. */
export function fillTemplate(template: LayeredSpec, { data, params, frame }: ChartInputs): TopLevelSpec {
  return {
    ...template,
    ...frame,
    params: (template.params ?? []).map((param) =>
      Object.hasOwn(params, param.name) ? { name: param.name, value: params[param.name] } : param,
    ),
    datasets: Object.fromEntries(dataNames(template).map((name) => [name, data[name] ?? []])),
  };
}

/** Names of the data sets that a template draws from. */
export function dataNames(template: LayeredSpec): string[] {
  const names = new Set<string>();
  const collect = (layers: LayeredSpec["layer"]): void => {
    for (const layer of layers) {
      if (layer.data && "name" in layer.data && layer.data.name !== undefined) names.add(layer.data.name);
      if ("layer" in layer) collect(layer.layer);
    }
  };
  collect(template.layer);
  return [...names];
}
