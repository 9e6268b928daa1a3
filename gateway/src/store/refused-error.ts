import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/**
 * A store that answers, but does not let this reader have one object or folder of it: no reason to leave it alone, or to do
 * without the others.
 */
export class RefusedError extends FeaturescopeError {
  constructor(message: string, options: { cause: unknown }) {
    super("store-unreachable", message, options);
    this.name = "RefusedError";
  }
}
