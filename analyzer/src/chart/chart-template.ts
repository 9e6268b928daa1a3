import type { ChartTemplateName } from "./chart-types.js";
import { dotTemplate } from "./forms/dots.js";
import { numericTemplate } from "./forms/numeric.js";
import { rowTemplate } from "./forms/rows.js";
import type { LayeredSpec } from "./parts/layer-spec.js";

const TEMPLATES: Readonly<Record<ChartTemplateName, () => LayeredSpec>> = {
  "numeric-linear": () => numericTemplate("linear", "linear"),
  "numeric-log": () => numericTemplate("log", "linear"),
  "numeric-linear-log-y": () => numericTemplate("linear", "log"),
  "numeric-log-log-y": () => numericTemplate("log", "log"),
  dots: dotTemplate,
  rows: rowTemplate,
};

/** A chart as Vega-Lite with named data sets and params, and no data: {@link fillTemplate} puts it in. */
export function chartTemplate(name: ChartTemplateName): LayeredSpec {
  return TEMPLATES[name]();
}
