import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/** The fault of a file that has more bytes than are taken of it. @param found `"more"` where they were not counted to the end */
export function tooLarge(path: string, maxBytes: number, found: number | "more"): FeaturescopeError {
  return new FeaturescopeError(
    "document-invalid",
    `${path}: expected at most ${maxBytes} bytes, found ${found}`,
  );
}
