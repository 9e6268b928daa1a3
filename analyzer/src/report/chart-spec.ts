import type { TopLevelSpec } from "vega-lite";
import {
  type ChartDocuments,
  chartInputs,
  chartTemplateFor,
  fillTemplate,
  lightColors,
  template,
} from "../chart/index.js";

/** The picture of a feature as a Vega-Lite spec with its data inline, light, in English: `chart.vl.json`. */
export function chartSpec(documents: ChartDocuments): TopLevelSpec {
  const view = {
    width: 740,
    colors: lightColors,
    language: "en",
    mode: "share",
    domain: null,
    cursor: null,
    allLevels: false,
  } as const;
  return fillTemplate(template(chartTemplateFor(documents)), chartInputs(documents, view));
}
