import { existsSync } from "node:fs";
import { join } from "node:path";

/** Root of the repository; this file runs from `stories/dist/demo`. */
export const repository = join(import.meta.dirname, "../../..");

/** Sources of the demo: configurations and data. */
export const demoFolder = join(repository, "stories/demo");

/** The built analyzer: what makes a report what it is. */
export const analyzerFolder = join(repository, "analyzer/dist");

/** The built gateway: what makes a list of features what it is. */
export const gatewayFolder = join(repository, "gateway/dist");

/** The command that makes reports. */
export const featurescope = join(repository, "analyzer/bin/featurescope.js");

/** The command that serves reports. */
export const gateway = join(repository, "gateway/bin/featurescope-gateway.js");

/**
 * Path of the three million flights.
 * @throws Error where the npm package or the file is missing
 */
export function flightsTable(): string {
  const path = join(repository, "node_modules/vega-datasets/data/flights-3m.parquet");
  if (!existsSync(path)) throw new Error(`The flights should be at ${path}, but are not: run npm ci again.`);
  return path;
}
