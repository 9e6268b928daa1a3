import { chartFormOf } from "./chart-form.js";
import type { ChartDocuments, ChartTemplateName } from "./chart-types.js";

/** The template that a feature's chart needs. */
export function chartTemplateFor(
  { statistics, distribution }: ChartDocuments,
  { logY = false }: { logY?: boolean } = {},
): ChartTemplateName {
  const form = chartFormOf(statistics);
  if (form === "dots") return "dots";
  if (form !== "histogram") return "rows";
  const x = distribution.histogram?.scale === "log" ? "log" : "linear";
  return logY ? `numeric-${x}-log-y` : `numeric-${x}`;
}
