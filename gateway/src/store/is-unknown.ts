import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/** Whether an error says that there is no such object. */
export function isUnknown(error: unknown): boolean {
  return error instanceof FeaturescopeError && error.code === "unknown-file";
}
