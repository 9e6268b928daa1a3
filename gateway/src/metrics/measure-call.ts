import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Metrics } from "./metrics.js";

/** Makes a call, and notes how long it took and how it ended. */
export async function measureCall<T>(
  metrics: Metrics,
  operation: string,
  work: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  let outcome = "ok";
  try {
    return await work();
  } catch (error) {
    outcome = error instanceof FeaturescopeError ? error.code : "unexpected";
    throw error;
  } finally {
    metrics.observeStoreCall(operation, outcome, (performance.now() - started) / 1000);
  }
}
