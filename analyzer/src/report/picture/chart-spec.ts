import type { TopLevelSpec } from "vega-lite";
import { type ChartDocuments, fillTemplate } from "../../chart/index.js";
import { pictureSpec } from "./picture-spec.js";

/** What `chart.png` shows, as a Vega-Lite spec with its data inline: `chart.vl.json`. */
export function chartSpec(documents: ChartDocuments): TopLevelSpec {
  const { template, inputs } = pictureSpec("chart.png", documents, "en");
  return fillTemplate(template(), inputs);
}
