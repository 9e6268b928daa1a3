import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/** The fault of an address that ends with none of the files that are there. */
export function unknownFile(expected: readonly string[], found: string): FeaturescopeError {
  return new FeaturescopeError(
    "unknown-file",
    `expected one of ${expected.join(", ")}, found ${JSON.stringify(found.slice(0, 100))}`,
  );
}
