import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/** Whether an error says that the store gave no answer, or none that could be used. */
export function isUnreachable(error: unknown): error is FeaturescopeError {
  return error instanceof FeaturescopeError && error.code === "store-unreachable";
}
