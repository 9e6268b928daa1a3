import type { MlMetadata } from "../ml-metadata/ml-metadata.js";
import { measureCall } from "./measure-call.js";
import type { Metrics } from "./metrics.js";

/** ML Metadata whose calls are measured, beside those to the store. */
export function measuredMlMetadata(metadata: MlMetadata, metrics: Metrics): MlMetadata {
  const measure = <T>(operation: string, work: () => Promise<T>) =>
    measureCall(metrics, `metadata-${operation}`, work);
  return {
    reports: (before) => measure("reports", () => metadata.reports(before)),
    artifact: (id) => measure("artifact", () => metadata.artifact(id)),
    namespacesOf: (id) => measure("namespaces", () => metadata.namespacesOf(id)),
    close: () => metadata.close(),
  };
}
