import type { Drift, MetricName } from "../../artifact/index.js";

/** A metric's value by name; null where it is not defined, not computed for the kind, or there is no drift. */
export function metricValue(drift: Drift | null, name: MetricName): number | null {
  return drift?.metrics.find((metric) => metric.name === name)?.value ?? null;
}
